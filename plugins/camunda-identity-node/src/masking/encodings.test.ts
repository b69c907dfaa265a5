import fc from 'fast-check';
import { expectLinear } from '../../../../test/growth/expectLinear';
import { secretScrubber, WITHHELD } from './secretScrubber';

const SECRET = 'Zq8~pV+x/3Wn="k\\Ty&u';
const PLAIN = 'Zq8pVx3WnkTyuR7b';
const scrubberOf = (...secrets: string[]) =>
  secretScrubber(secrets.map(secret => ({ clientId: 'zeebe', secret })));

const percent = (text: string) =>
  [...Buffer.from(text)]
    .map(byte => `%${byte.toString(16).padStart(2, '0')}`)
    .join('');
const hex = (text: string) => Buffer.from(text).toString('hex');
const base64 = (text: string) => Buffer.from(text).toString('base64');
const base64url = (text: string) => Buffer.from(text).toString('base64url');
const json = (text: string) => JSON.stringify(text).slice(1, -1);
const units = (text: string, write: (digits: string) => string) =>
  Array.from({ length: text.length }, (_, at) =>
    write(text.charCodeAt(at).toString(16)),
  ).join('');
const quotedPrintable = (text: string) =>
  [...Buffer.from(text)]
    .map(
      (byte, at) =>
        `=${byte.toString(16).toUpperCase().padStart(2, '0')}${
          at % 20 === 19 ? '=\r\n' : ''
        }`,
    )
    .join('');
const spaced = (text: string, between: string, every = 4) =>
  text.replace(new RegExp(`(.{${every}})`, 'g'), `$1${between}`);
const swapped = (text: string) =>
  [...text]
    .map(char =>
      char === char.toLowerCase() ? char.toUpperCase() : char.toLowerCase(),
    )
    .join('');

/** Ways in which a provider may echo what it was sent. */
const ENCODINGS: Record<string, (text: string) => string> = {
  'as it is': text => text,
  'in upper case': text => text.toUpperCase(),
  'in lower case': text => text.toLowerCase(),
  'in the other case': swapped,
  'with spaces': text => spaced(text, ' '),
  'over several lines': text => spaced(text, '\r\n\t', 8),
  'with invisible characters': text => spaced(text, '\u200b\u00ad'),
  'percent-encoded': encodeURIComponent,
  'percent-encoded, every character': percent,
  'percent-encoded twice': text => encodeURIComponent(encodeURIComponent(text)),
  'percent-encoded twice, every character': text => percent(percent(text)),
  'percent-encoded three times': text =>
    encodeURIComponent(encodeURIComponent(encodeURIComponent(text))),
  'percent-encoded in upper case': text => percent(text).toUpperCase(),
  'percent-encoded every other character': text =>
    [...text].map((char, at) => (at % 2 ? percent(char) : char)).join(''),
  'as escape() does': text => units(text, d => `%u${d.padStart(4, '0')}`),
  JSON: json,
  'JSON in JSON': text => json(json(text)),
  'JSON in JSON in JSON': text => json(json(json(text))),
  '\\u escapes': text => units(text, d => `\\u${d.padStart(4, '0')}`),
  '\\u escapes in upper case': text =>
    units(text, d => `\\u${d.toUpperCase().padStart(4, '0')}`),
  '\\u{} escapes': text => units(text, d => `\\u{${d}}`),
  'HTML references': text => units(text, d => `&#x${d};`),
  'HTML references, percent-encoded': text =>
    encodeURIComponent(units(text, d => `&#x${d};`)),
  base64,
  'base64 after one character': text => base64(`:${text}`),
  'base64 after two characters': text => base64(`a:${text}:b`),
  'base64, URL-safe': text => base64url(`ab?${text}`),
  'base64 directly after a word': text => `Basic${base64(text)}`,
  'base64 in lines': text => spaced(base64(`id:${text}`), '\n', 8),
  'base64, percent-encoded': text => encodeURIComponent(base64(text)),
  'base64 in JSON with escaped slashes': text =>
    json(base64(`id:${text}`)).replaceAll('/', '\\/'),
  'percent-encoded in base64': text => base64(`id:${encodeURIComponent(text)}`),
  'JSON in base64': text => base64(JSON.stringify({ s: text })),
  'UTF-16 in base64': text => Buffer.from(text, 'utf16le').toString('base64'),
  hexadecimal: hex,
  'hexadecimal in upper case': text => hex(text).toUpperCase(),
  'hexadecimal with colons': text => spaced(hex(text), ':', 2),
  'hexadecimal behind a digit': text => `0${hex(text)}`,
  'quoted-printable': quotedPrintable,
  'quoted-printable with soft line breaks': text => spaced(text, '=\r\n'),
};

describe.each(Object.entries(ENCODINGS))('%s', (_, encode) => {
  it.each([
    ['letters and digits', PLAIN],
    ['what some encodings escape', SECRET.replace('=', '-')],
  ])('%s', (__, secret) => {
    const scrub = scrubberOf(secret);
    const encoded = encode(secret);
    for (const text of [encoded, `invalid secret '${encoded}' was sent`]) {
      const clean = scrub(text);
      expect(clean).toContain('«secret»');
      // At most the bits that the first and last base64 characters share with their neighbours.
      expect(clean.length).toBeLessThan(text.length - encoded.length + 24);
      expect(clean.startsWith(text.slice(0, 4)) || text === encoded).toBe(true);
    }
  });

  it('with non-ASCII letters', () => {
    if (/as escape|case|UTF-16/.test(_)) return;
    const secret = 'Pässwörd-ключ-😀-9';
    expect(scrubberOf(secret)(`<${encode(secret)}>`)).toContain('«secret»');
  });
});

describe.each(['\\x', '\\X'])('%s escapes', mark => {
  it('of the bytes', () => {
    const encoded = spaced(hex(SECRET), mark, 2);
    expect(scrubberOf(SECRET)(`<${mark}${encoded}>`)).toContain('«secret»');
  });
});

it('finds any secret in any two nested encodings', () => {
  const layerable = [
    'as it is',
    'percent-encoded',
    'percent-encoded, every character',
    'JSON',
    '\\u escapes',
    'HTML references',
  ].map(name => ENCODINGS[name]);
  const outer = [...layerable, base64, base64url, hex];
  fc.assert(
    fc.property(
      fc
        .string({ unit: 'grapheme', minLength: 8, maxLength: 60 })
        .filter(
          text => /[a-z0-9]{4}/i.test(text) && !/\p{Surrogate}/u.test(text),
        ),
      fc.constantFrom(...layerable),
      fc.constantFrom(...outer),
      fc.constantFrom('', 'x', 'client:', '{"a":"'),
      (secret, inner, around, before) => {
        const clean = scrubberOf(secret)(`${around(before + inner(secret))}`);
        return clean.includes('«secret»');
      },
    ),
    { numRuns: 1_000 },
  );
});

it('does not change text without secrets', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => {
      return scrubberOf('Zq8pVx3WnkTyuR7b')(text) === text;
    }),
  );
});

describe('in linear time', () => {
  const HALF = 4_096;
  it.each<[string, (size: number) => string, string[]]>([
    ['words', size => 'The quick brown fox. '.repeat(size / 21), [PLAIN]],
    ['backslashes', size => '\\'.repeat(size), ['\\"'.repeat(10)]],
    [
      'quotes and backslashes',
      size => '\\"'.repeat(size / 2),
      ['\\"'.repeat(10)],
    ],
    ['percent signs', size => '%25'.repeat(size / 3), ['%'.repeat(20)]],
    ['nearly the secret', size => 'a'.repeat(size), [`${'a'.repeat(4_000)}b`]],
    ['digits', size => '61'.repeat(size / 2), ['a'.repeat(500)]],
    [
      'seven long secrets',
      size => '0123456'.repeat(size / 7),
      Array.from({ length: 7 }, (_, n) => String(n).repeat(4_096)),
    ],
    ['references', size => '&#'.repeat(size / 2), ['&#&#&#&#']],
    ['equals signs', size => '=3D'.repeat(size / 3), ['='.repeat(30)]],
  ])('%s', (_, make, secrets) => {
    const scrub = scrubberOf(...secrets);
    expectLinear(HALF, make, scrub);
  });

  it('any secret and text', () => {
    expectLinear(
      512,
      size => 'ä"'.repeat(size / 2),
      secret => scrubberOf(secret)('nothing'),
    );
  });
});

it('withholds the text if it cannot be searched', () => {
  const scrub = scrubberOf(PLAIN);
  expect(scrub(`${PLAIN} ${'x'.repeat(40_000)}`)).toBe(WITHHELD);
  // None of this makes it throw.
  expect(scrub('\ud800 \udfff \\u \\u{ % %u &# &#x; \\')).toBe(
    '\ud800 \udfff \\u \\u{ % %u &# &#x; \\',
  );
  const large = 'é'.repeat(3_217);
  expect(scrubberOf(large)(`<${large}>`)).toBe('<«secret»>');
  expect(scrubberOf('\ud800'.repeat(9))('text')).toBe('text');
  expect(scrubberOf('x')('text')).toBe('te«secret»t');
});
