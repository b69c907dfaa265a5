/** A secret that was sent, with the client ID it was sent for. */
export interface SentSecret {
  clientId: string;
  secret: string;
}

const REPLACEMENT = '«secret»';

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

function base64Forms(text: string): string[] {
  const bytes = Buffer.from(text, 'utf8');
  const plain = bytes.toString('base64');
  return [plain, plain.replace(/=+$/, ''), bytes.toString('base64url')];
}

/** Every form in which a provider may have received a secret, or may give it back. */
function formsOf({ clientId, secret }: SentSecret): string[] {
  const component = encodeURIComponent(secret);
  const form = formEncode(secret);
  const strict = strictFormEncode(secret);
  const pairs = [
    `${clientId}:${secret}`,
    // RFC 6749 section 2.3.1: both are form-encoded before Basic; libraries differ in how.
    `${formEncode(clientId)}:${form}`,
    `${strictFormEncode(clientId)}:${strict}`,
    `${encodeURIComponent(clientId)}:${component}`,
  ];
  return [
    secret,
    component,
    form,
    form.replaceAll('+', '%20'),
    strict,
    strict.replaceAll('+', '%20'),
    encodeURIComponent(component),
    encodeURIComponent(form),
    JSON.stringify(secret).slice(1, -1),
    secret
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;'),
    // Shorter ones would take apart words that only look alike.
    ...(secret.length < 8 ? [] : base64Forms(secret)),
    ...pairs.flatMap(base64Forms),
    ...pairs.flatMap(base64Forms).map(encodeURIComponent),
  ];
}

/**
 * Makes a function that takes secrets out of a text of the provider's: as they are, percent- and
 * form-encoded, in JSON and HTML, and as they stood in a Basic header.
 *
 * @param secrets - those that were sent
 */
export function secretScrubber(
  secrets: readonly SentSecret[],
): (text: string) => string {
  const all = secrets.filter(({ secret }) => secret).flatMap(formsOf);
  const forms = [
    ...new Set([
      ...all,
      // Percent-encoding is the same in either case.
      ...all.map(form =>
        form.replace(/%[0-9A-F]{2}/g, hex => hex.toLowerCase()),
      ),
    ]),
  ]
    // The longest first: a form may hold another.
    .sort((a, b) => b.length - a.length)
    .map(form => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (forms.length === 0) return text => text;
  const pattern = new RegExp(forms.join('|'), 'g');
  return text => text.replace(pattern, REPLACEMENT);
}
