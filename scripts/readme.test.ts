import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyHunks, readInstallSteps } from './install/readme';

test('the README has every kind of step, for both frontend systems', () => {
  const kinds = (system: 'new' | 'old') =>
    readInstallSteps(system).map(step => step.kind);
  assert.deepEqual(
    new Set(kinds('new')),
    new Set(['command', 'edit', 'config', 'entity']),
  );
  assert.ok(kinds('old').length > kinds('new').length);
  const [backend] = readInstallSteps('new').filter(
    ({ kind }) => kind === 'command',
  );
  assert.match(
    (backend as { line: string }).line,
    /^yarn --cwd packages\/backend add /,
  );
});

test('hunks replace lines, add some at the top, and refuse a file without them', () => {
  const hunks = [
    { before: [], after: ["import a from 'a';"] },
    { before: ['  b', '  c'], after: ['  b', '  d', '  c'] },
  ];
  assert.equal(
    applyHunks('x\n  b\n  c\ny\n', hunks),
    "import a from 'a';\nx\n  b\n  d\n  c\ny\n",
  );
  assert.throws(() => applyHunks('x\n', hunks), /no such lines/);
});
