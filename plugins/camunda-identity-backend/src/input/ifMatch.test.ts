import fc from 'fast-check';
import { isUnconditional, matches } from './ifMatch';

it.each([
  ['*', true],
  [' * ', true],
  ['"a"', true],
  ['a', true],
  ['"b", "a"', true],
  ['"b","a"', true],
  [', ,"b",, "a" ,', true],
  ['W/"b", "a"', true],
  ['"b,c", "a"', true],
  // A quoted tag with this text, not the wildcard.
  ['"*"', false],
  ['W/"a"', false],
  ['W/"a", W/"a"', false],
  ['w/"a"', false],
  ['"b"', false],
  ['"A"', false],
  ['""', false],
  ['a, b', false],
  ['*, "a"', false],
  ['"a', false],
  ['"a" "a"', false],
  ['"b,a"', false],
  ["'a'", false],
])('%s: %s', (header, expected) => {
  expect(matches(header, 'a')).toBe(expected);
});

it('finds a tag anywhere in a list', () => {
  const tag = fc.stringMatching(/^[!#-~]{0,12}$/);
  fc.assert(
    fc.property(fc.array(tag, { minLength: 1 }), fc.nat(), (tags, n) => {
      const list = tags.map(entry => `"${entry}"`).join(', ');
      expect(matches(list, tags[n % tags.length])).toBe(true);
      expect(
        matches(tags.map(entry => `W/"${entry}"`).join(','), tags[0]),
      ).toBe(false);
    }),
  );
});

it('takes time linear in the length of the header', () => {
  for (const part of [',', '"', 'W/', '"a",', 'W/"a"', '" '])
    expect(matches(part.repeat(100_000), 'b')).toBe(false);
});

it('recognises absent conditions', () => {
  expect([undefined, '*', ' *', '"*"', 'a'].map(isUnconditional)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});
