import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { atLocation } from './atLocation';
import { forHosts, type Actions, type Hosts } from './forHosts';

const PACKAGE = 'backstage-plugin-catalog-backend-module-camunda-identity';

/** The published package carries the templates; in the repository they are at the root. */
function findFolder(): string {
  const shipped = resolvePackagePath(PACKAGE, 'templates');
  return existsSync(shipped)
    ? shipped
    : resolvePackagePath(PACKAGE, '..', '..', 'templates');
}

/**
 * Reads the suite's software templates.
 *
 * @param owner - entity reference of the team that is responsible for them
 * @param hosts - Git hosts of the portal, which the templates may publish to
 * @param actions - actions of the portal's scaffolder, where they are known
 * @throws Error when the package's own files are missing
 */
export function readTemplates(
  owner: string,
  hosts: Hosts,
  actions?: Actions,
): Entity[] {
  const folder = findFolder();
  const read = (name: string) =>
    parse(readFileSync(join(folder, name), 'utf8'));
  return read('all.yaml').spec.targets.map((target: string) => {
    const template = forHosts(read(target), hosts, actions);
    // The scaffolder resolves "./skeleton" against this location.
    return atLocation(`file:${join(folder, target)}`, {
      ...template,
      spec: { ...template.spec, owner },
    });
  });
}
