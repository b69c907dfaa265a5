import { secretScrubber } from './secretScrubber';

const clientId = 'orders api/1';
const secret = "p+ä s&cr%t/'1=~.-_";
const scrub = secretScrubber([{ clientId, secret }]);

const form = (text: string) =>
  new URLSearchParams([['', text]]).toString().slice(1);
const strict = (text: string) =>
  encodeURIComponent(text)
    .replace(
      /[-_.!~*'()]/g,
      char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
    )
    .replaceAll('%20', '+');
const hex = (code: number) => code.toString(16);
/** Encodes everything but letters and digits, as a strict encoder does. */
const entities = (encode: (code: number) => string) =>
  [...secret]
    .map(char => (/[a-z0-9]/.test(char) ? char : encode(char.codePointAt(0)!)))
    .join('');
const base64 = (text: string) => Buffer.from(text).toString('base64');

it.each([
  ['raw', secret],
  ['form-encoded with +', form(secret)],
  ['form-encoded with %20', form(secret).replaceAll('+', '%20')],
  ['percent-encoded', encodeURIComponent(secret)],
  [
    'percent-encoded in lower case',
    encodeURIComponent(secret).replace(/%../g, pair => pair.toLowerCase()),
  ],
  ['Basic', base64(`${clientId}:${secret}`)],
  ['Basic, form-encoded', base64(`${form(clientId)}:${form(secret)}`)],
  [
    'Basic, percent-encoded',
    base64(`${encodeURIComponent(clientId)}:${encodeURIComponent(secret)}`),
  ],
  [
    'Basic, with everything encoded',
    base64(`${strict(clientId)}:${strict(secret)}`),
  ],
  ['Basic without padding', base64(`${clientId}:${secret}`).replace(/=/g, '')],
  ['JSON', JSON.stringify(secret).slice(1, -1)],
  ['JSON within JSON', JSON.stringify(JSON.stringify(secret)).slice(3, -3)],
  ['JSON with escaped slashes', secret.replaceAll('/', '\\/')],
  ['JSON in ASCII', entities(code => `\\u${hex(code).padStart(4, '0')}`)],
  ['decimal HTML entities', entities(code => `&#${code};`)],
  ['hexadecimal HTML entities', entities(code => `&#x${hex(code)};`)],
  ['named HTML entities', secret.replace('&', '&amp;').replace("'", '&apos;')],
  ['Latin-1', Buffer.from(secret).toString('latin1')],
  ['hexadecimal', Buffer.from(secret).toString('hex')],
  ['half of it encoded', secret.replace('%', '%25').replace("'", '&#039;')],
])('removes a secret: %s', (_, form_) => {
  const text = `AADSTS7000215: Invalid client secret '${form_}' provided.`;
  const clean = scrub(text);
  expect(clean).toContain('«secret»');
  expect(clean).not.toContain(form_);
});

it('leaves other text, and removes overlapping secrets completely', () => {
  expect(scrub('The client is not enabled.')).toBe(
    'The client is not enabled.',
  );
  expect(secretScrubber([])('text')).toBe('text');
  expect(secretScrubber([{ clientId: 'a', secret: '' }])('text')).toBe('text');
  const both = secretScrubber([
    { clientId: 'a', secret: 'first' },
    { clientId: 'b', secret: 'first-and-longer' },
  ]);
  expect(both('first, first-and-longer')).toBe('«secret», «secret»');
});

it.each(['', 'a', 'ab', 'abc', 'orders-api'])(
  'recognises a secret after any client ID: "%s"',
  id => {
    const whole = secretScrubber([{ clientId: '', secret }]);
    for (const encode of [String, form, strict, encodeURIComponent]) {
      const clean = whole(base64(`${id}:${encode(secret)}`));
      // All but the bits that the first and the last character share with their neighbours.
      expect(clean.replace('«secret»', '').length).toBeLessThan(
        ((id.length + 1) * 4) / 3 + 8,
      );
    }
  },
);

it('finds the longest allowed secret, and backslashes do not slow it down', () => {
  const long = 'ä"\\&'.repeat(1024);
  expect(secretScrubber([{ clientId: 'a', secret: long }])(`<${long}>`)).toBe(
    '<«secret»>',
  );
  const slashes = secretScrubber([
    { clientId: 'a', secret: `${'\\"'.repeat(20)}x` },
  ]);
  const text = '\\'.repeat(20_000);
  expect(slashes(text)).toBe(text);
});
