import fc from 'fast-check';

/** Texts that have hurt somebody's reader, to be repeated. */
const PARTS = [
  '/',
  '\\',
  '"',
  "'",
  ' ',
  '\t',
  '\n',
  '\r\n',
  '0',
  '9',
  'a',
  'A-',
  '-',
  '.',
  ':',
  ',',
  '@',
  '%',
  '%25',
  '%2',
  '\\"',
  '\\u',
  '&a ',
  '*a',
  '- ',
  '? ',
  '[',
  '{',
  '{a: ',
  '<<: *a\n',
  '#',
  '${',
  '{{',
  '«',
  'secret',
  'PT',
  '1D',
  '\u0000',
  '\u0301',
  '\u202e',
  '\ud800',
  '😀',
  'ſ',
  'İ',
];

const URLS = [
  'https://a:99999999/token',
  'https://[::2]/',
  'https://[::fffe:7f00:1]/',
  'https://127.0.0.1/',
  'http://169.254.169.254/latest',
  'https://user:pw@idp.example.com',
  'https://idp.example.com//a//b//',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'https://%zz',
  'https://',
  '//',
];

const WORDS = [
  '',
  '*',
  'null',
  '__proto__',
  'constructor',
  'toString',
  '../../etc/passwd',
  "' or 1=1 --",
  'group:default/team-payments',
  'system:default/payments-camunda',
  '8.7',
  'P1D',
  'P366D',
  '1e400',
  '2026-11-26T00:00:00Z',
];

/** A short part, many times; up to 200,000 characters, rarely. */
const repeated = fc
  .tuple(
    fc.constantFrom(...PARTS),
    fc.oneof(
      { weight: 6, arbitrary: fc.nat(200) },
      { weight: 3, arbitrary: fc.nat(5_000) },
      { weight: 1, arbitrary: fc.nat(200_000) },
    ),
    fc.constantFrom('', 'x', '!', '"', '\n'),
  )
  .map(([part, count, end]) => {
    const most = Math.floor(200_000 / part.length);
    return part.repeat(Math.min(count, most)) + end;
  });

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: repeated },
  { weight: 2, arbitrary: fc.constantFrom(...URLS) },
  { weight: 3, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.webUrl() },
);

/** Something nested, in arrays or objects. */
const nested = fc.tuple(fc.nat(3_000), fc.boolean()).map(([depth, inArray]) => {
  let value: unknown = 'x';
  for (let n = 0; n < depth; n += 1) value = inArray ? [value] : { a: value };
  return value;
});

/** Many members, or many entries. */
const wide = fc
  .tuple(fc.nat(4_000), fc.boolean(), hostileText)
  .map(([count, isArray, text]) => {
    const short = text.slice(0, 20);
    return isArray
      ? Array.from({ length: count }, () => short)
      : Object.fromEntries(
          Array.from({ length: count }, (_, n) => [`${short}${n}`, n]),
        );
  });

/** What somebody may put where anything else is expected. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: hostileText },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<unknown>(
      null,
      true,
      -1,
      0,
      1e308,
      2 ** 53,
      [],
      {},
      [null],
      { toString: null },
    ),
  },
  { weight: 1, arbitrary: nested },
  { weight: 1, arbitrary: wide },
);
