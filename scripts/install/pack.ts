import { spawnSync } from 'node:child_process';
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
  const yarn = (args: string[], cwd = ROOT) => {
    const { status, stdout, stderr, error } = spawnSync('yarn', args, {
      cwd,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    if (status !== 0)
      throw new Error(
        `yarn ${args.join(' ')}: ${
          error?.message ?? `${stdout}\n${stderr}`.trim().slice(0, 2_000)
        }`,
      );
  };
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
