import fc from 'fast-check';

/** Any value that may turn up where a text, a list or an object is expected. */
export const oddValue = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    '',
    'x',
    '//',
    'http://[',
    'https://',
    'https://10.0.0.1/',
    'http://169.254.169.254/',
    'data:application/json,{}',
    'file:///etc/passwd',
    '\u0000',
    '\ud800',
    null,
    [],
    [null],
    {},
    { toString: null },
    -1,
    1e308,
    true,
  ),
);

/** A valid object with some members replaced, removed or added. */
export const changes = (names: string[]) =>
  fc.dictionary(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...names) },
      {
        weight: 1,
        arbitrary: fc.constantFrom('__proto__', 'constructor', 'x'),
      },
    ),
    fc.oneof(oddValue, fc.constant(undefined)),
    { minKeys: 1, maxKeys: 4 },
  );

/** A body that may be anything. */
export const rawBody = fc.oneof(
  fc.json(),
  fc.string(),
  fc.uint8Array({ maxLength: 64 }).map(bytes => Buffer.from(bytes)),
);

/** A part of what may be a JWT. */
const segment = fc.oneof(
  fc.base64String(),
  fc.json().map(text => Buffer.from(text).toString('base64url')),
  fc
    .constantFrom('{"alg":"none"}', '{"alg":"RS256","kid":"fuzz"}', '{"alg":7}')
    .map(text => Buffer.from(text).toString('base64url')),
);

/** What may look like a JWT. */
export const tokenText = fc
  .array(segment, { minLength: 1, maxLength: 5 })
  .map(parts => parts.join('.'));
