import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
} from '@backstage/catalog-model';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { forHosts, type Hosts } from './forHosts';

const PACKAGE = 'backstage-plugin-catalog-backend-module-camunda-identity';

/** The list of templates; the package carries it, and in this repository it lies at the root. */
function findList(): string {
  const shipped = resolvePackagePath(PACKAGE, 'templates', 'all.yaml');
  return existsSync(shipped)
    ? shipped
    : resolvePackagePath(PACKAGE, '..', '..', 'templates', 'all.yaml');
}

/**
 * The suite's software templates as entities.
 *
 * @param owner - entity reference of the team that answers for them
 * @param hosts - Git hosts of the portal, which the templates may publish to
 * @throws Error when the package's own files are not there
 */
export function readTemplates(owner: string, hosts: Hosts): Entity[] {
  const list = findList();
  const { spec } = parse(readFileSync(list, 'utf8'));
  return spec.targets.map((target: string) => {
    const file = join(dirname(list), target);
    const template = forHosts(parse(readFileSync(file, 'utf8')), hosts);
    // The scaffolder finds the skeleton beside the file.
    const location = `file:${file}`;
    return {
      ...template,
      metadata: {
        ...template.metadata,
        annotations: {
          ...template.metadata.annotations,
          [ANNOTATION_LOCATION]: location,
          [ANNOTATION_ORIGIN_LOCATION]: location,
        },
      },
      spec: { ...template.spec, owner },
    };
  });
}
