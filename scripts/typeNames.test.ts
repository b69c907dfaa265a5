import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { join } from 'node:path';
import { ROOT } from './processes';

const DECLARATION =
  /^(export )?(?:declare )?(?:abstract )?(?:interface|type|class|enum) (\w+)/gm;

/** Backstage reads the interface of this name in every `config.d.ts`. */
const EVERYWHERE = ['Config'];

test('a name that a file exports means one type, in all packages', () => {
  const exported = new Map<string, string[]>();
  const declared = new Map<string, string[]>();
  for (const file of globSync('plugins/*/src/**/*.{ts,tsx}', { cwd: ROOT })) {
    if (/\.test\.|__\w+__/.test(file)) continue;
    const text = readFileSync(join(ROOT, file), 'utf8');
    for (const [, isExported, name] of text.matchAll(DECLARATION))
      for (const names of isExported ? [declared, exported] : [declared])
        names.set(name, [...(names.get(name) ?? []), file]);
  }
  assert.ok(exported.size > 300);
  const twice = [...exported.keys()].filter(
    name => declared.get(name)!.length > 1 && !EVERYWHERE.includes(name),
  );
  assert.deepEqual(
    twice.map(name => `${name}: ${declared.get(name)!.join(', ')}`),
    [],
  );
});
