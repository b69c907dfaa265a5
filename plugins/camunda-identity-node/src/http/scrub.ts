import { escapeRegExp, secretPattern } from './secretPattern';

/** A secret that was sent, with the client ID it was sent for. */
export interface SentSecret {
  clientId: string;
  secret: string;
}

const REPLACEMENT = '«secret»';

/** Shorter pieces of base64 would take apart words that only look alike. */
const MIN_BASE64 = 8;

/** `application/x-www-form-urlencoded` of one value (RFC 6749 appendix B). */
function formEncode(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1);
}

/** The same with everything encoded but letters and digits, as oauth4webapi does. */
function strictFormEncode(text: string): string {
  return encodeURIComponent(text).replace(/[-_.!~*'()]|%20/g, match =>
    match === '%20'
      ? '+'
      : `%${match.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** As it may have been sent: RFC 6749 wants form-encoding before Basic, and libraries differ in how. */
function encodings(text: string): string[] {
  const form = formEncode(text);
  const strict = strictFormEncode(text);
  return [
    text,
    encodeURIComponent(text),
    form,
    form.replaceAll('+', '%20'),
    strict,
    strict.replaceAll('+', '%20'),
  ];
}

/**
 * What is certain of `text` in the base64 of anything that holds it, as a Basic header holds it after the
 * client ID: three characters stand for four, so that it may begin in one of three places.
 */
function base64Within(text: string): string[] {
  const bytes = Buffer.from(text, 'utf8');
  return [0, 1, 2].flatMap(offset => {
    const whole = Buffer.concat([Buffer.alloc(offset), bytes]);
    const start = Math.ceil((offset * 8) / 6);
    const end = Math.floor((whole.length * 8) / 6);
    return [whole.toString('base64'), whole.toString('base64url')]
      .map(encoded => encoded.slice(start, end))
      .filter(encoded => encoded.length >= MIN_BASE64);
  });
}

function base64Forms(text: string): string[] {
  const bytes = Buffer.from(text, 'utf8');
  const plain = bytes.toString('base64');
  return [plain, plain.replace(/=+$/, ''), bytes.toString('base64url')];
}

/** Percent-encoding is the same in either case. */
function withLowerCase(forms: readonly string[]): string[] {
  return [
    ...new Set([
      ...forms,
      ...forms.map(form =>
        form.replace(/%[0-9A-F]{2}/g, hex => hex.toLowerCase()),
      ),
    ]),
  ];
}

/** Every form of a whole secret that {@link secretPattern} does not find. */
function wholeForms(secret: string): string[] {
  const encoded = encodings(secret);
  const hex = Buffer.from(secret, 'utf8').toString('hex');
  return withLowerCase([
    // Encoded once more, as in an address within an address.
    ...encoded.map(encodeURIComponent),
    ...encoded.flatMap(base64Within),
    hex,
    hex.toUpperCase(),
  ]);
}

/** What stands in a Basic header, whole. */
function basicForms({ clientId, secret }: SentSecret): string[] {
  const ids = encodings(clientId);
  const pairs = encodings(secret).map((text, index) => `${ids[index]}:${text}`);
  const encoded = pairs.flatMap(base64Forms);
  return withLowerCase([...encoded, ...encoded.map(encodeURIComponent)]);
}

/**
 * Makes a function that takes secrets out of a text, in every form in which one may come back: as it is,
 * percent- and form-encoded, in JSON and HTML, hexadecimal, and within the base64 of a Basic header.
 *
 * @param secrets - those that were sent; without a client ID where it is not known
 * @public
 */
export function secretScrubber(
  secrets: readonly SentSecret[],
): (text: string) => string {
  const known = secrets.filter(({ secret }) => secret);
  if (known.length === 0) return text => text;
  const forms = known
    .flatMap(sent => [...basicForms(sent), ...wholeForms(sent.secret)])
    .map(escapeRegExp);
  // Longer ones first: a form may hold another.
  const sources = [
    ...new Set([...forms, ...known.map(({ secret }) => secretPattern(secret))]),
  ].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(sources.join('|'), 'g');
  return text => text.replace(pattern, REPLACEMENT);
}
