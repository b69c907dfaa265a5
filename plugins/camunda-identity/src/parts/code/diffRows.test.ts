import { diffRows } from './diffRows';

const lines = (count: number) =>
  Array.from({ length: count }, (_, n) => `line ${n}\n`).join('');

describe('a difference side by side', () => {
  it('has no row where nothing differs', () => {
    expect(diffRows('a\nb\n', 'a\nb\n')).toEqual([]);
  });

  it('sets what was replaced beside what replaces it', () => {
    expect(diffRows('a\nb\nc\n', 'a\nx\ny\nc\n')).toEqual([
      { kind: 'same', left: 'a', right: 'a' },
      { kind: 'changed', left: 'b', right: 'x' },
      { kind: 'changed', left: undefined, right: 'y' },
      { kind: 'same', left: 'c', right: 'c' },
    ]);
  });

  it('folds what is the same far from a change', () => {
    const rows = diffRows(`${lines(20)}a\n`, `${lines(20)}b\n`);
    expect(rows[0]).toEqual({ kind: 'skipped', lines: 17 });
    expect(rows).toHaveLength(5);
  });
});
