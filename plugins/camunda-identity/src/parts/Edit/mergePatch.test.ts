import { withValue } from 'backstage-plugin-camunda-identity-react/forms';
import { conflictsOf, mergeInto, mergePatch } from './mergePatch';

const base = { title: 'A', owner: 'a', c: { x: { id: '1', url: 'u' } } };

describe('a merge patch', () => {
  it('has what was changed, and null for what is gone', () => {
    expect(mergePatch(base, base)).toBeUndefined();
    expect(
      mergePatch(base, { title: 'B', owner: 'a', c: { x: { id: '1' } } }),
    ).toEqual({ title: 'B', c: { x: { url: null } } });
    expect(mergePatch({ a: [1] }, { a: [1, 2] })).toEqual({ a: [1, 2] });
  });

  it('sets and removes values at paths', () => {
    expect(withValue(base, 'c.x.id', '2')).toMatchObject({
      c: { x: { id: '2', url: 'u' } },
    });
    expect(withValue(base, 'c.x', undefined)).toEqual({
      title: 'A',
      owner: 'a',
      c: {},
    });
  });
});

describe('a merge of two edits', () => {
  const mine = withValue(withValue(base, 'title', 'Mine'), 'c.x.url', 'mine');
  const theirs = withValue(withValue(base, 'title', 'Theirs'), 'owner', 'b');

  it('finds what both have changed differently', () => {
    expect(conflictsOf(base, mine, theirs)).toEqual([
      { path: 'title', before: 'A', mine: 'Mine', theirs: 'Theirs' },
    ]);
    expect(conflictsOf(base, mine, mine)).toEqual([]);
  });

  it('finds a component that one removed and the other edited', () => {
    const removed = withValue(base, 'c.x', undefined);
    expect(conflictsOf(base, mine, removed).map(({ path }) => path)).toEqual([
      'c.x.url',
    ]);
  });

  it('keeps the changes of both, and of conflicts what was chosen', () => {
    expect(mergeInto(base, mine, theirs, new Set())).toEqual({
      title: 'Mine',
      owner: 'b',
      c: { x: { id: '1', url: 'mine' } },
    });
    expect(mergeInto(base, mine, theirs, new Set(['title']))).toMatchObject({
      title: 'Theirs',
      c: { x: { url: 'mine' } },
    });
  });
});
