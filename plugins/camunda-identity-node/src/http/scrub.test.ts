import { secretForms, secretScrubber } from './scrub';

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
const base64 = (text: string) => Buffer.from(text).toString('base64');

it.each([
  ['raw', secret],
  ['form-encoded with +', form(secret)],
  ['form-encoded with %20', form(secret).replaceAll('+', '%20')],
  ['percent-encoded', encodeURIComponent(secret)],
  [
    'percent-encoded in lower case',
    encodeURIComponent(secret).replace(/%../g, hex => hex.toLowerCase()),
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
  ['JSON', JSON.stringify(secret)],
])('takes a secret out: %s', (_, form_) => {
  const text = `AADSTS7000215: Invalid client secret '${form_}' provided.`;
  const clean = scrub(text);
  expect(clean).toContain('«secret»');
  expect(clean).not.toContain(form_);
});

it('leaves everything else, and nothing of two secrets', () => {
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
  'knows a secret after any client ID: "%s"',
  id => {
    for (const encode of [String, form, strict, encodeURIComponent]) {
      const header = base64(`${id}:${encode(secret)}`);
      const forms = secretForms(secret).filter(entry => header.includes(entry));
      // All but what the first and the last character share with their neighbours.
      const longest = Math.max(...forms.map(({ length }) => length));
      expect(longest).toBeGreaterThan((encode(secret).length * 4) / 3 - 4);
    }
  },
);
