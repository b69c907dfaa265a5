import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../processes';

/** Tarballs by package name. */
export type Packed = Map<string, string>;

/**
 * Builds all packages and packs them as they would be published.
 *
 * @param folder - where the tarballs go
 */
export function packAll(folder: string): Packed {
  mkdirSync(folder, { recursive: true });
  const yarn = (args: string[], cwd = ROOT) =>
    execFileSync('yarn', args, {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
  yarn(['tsc']);
  yarn(['backstage-cli', 'repo', 'build']);
  const plugins = join(ROOT, 'plugins');
  const packed: Packed = new Map();
  for (const name of readdirSync(plugins).sort()) {
    const cwd = join(plugins, name);
    const manifest = JSON.parse(
      readFileSync(join(cwd, 'package.json'), 'utf8'),
    );
    const file = join(folder, `${manifest.name}.tgz`);
    yarn(['pack', '--out', file], cwd);
    packed.set(manifest.name, file);
  }
  return packed;
}
