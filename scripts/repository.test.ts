import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from './processes';

const readManifest = (...path: string[]) =>
  JSON.parse(readFileSync(join(ROOT, ...path, 'package.json'), 'utf8'));

test('packages name the repository that the root names, and none where it names none', () => {
  const { repository } = readManifest();
  for (const name of readdirSync(join(ROOT, 'plugins'))) {
    const manifest = readManifest('plugins', name);
    assert.deepEqual(
      manifest.repository,
      repository && { ...repository, directory: `plugins/${name}` },
      `${name}: run "yarn backstage-cli repo fix --publish"`,
    );
    // npm takes them from the repository.
    for (const key of ['homepage', 'bugs'])
      assert.equal(manifest[key], undefined, `${key} of ${name}`);
  }
});
