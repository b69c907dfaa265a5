/** Characters of HTML that have names, with those names. */
const HTML_NAMES: Readonly<Record<string, string>> = {
  '&': 'amp',
  '<': 'lt',
  '>': 'gt',
  '"': 'quot',
  "'": 'apos',
};

/** A text as a piece of a regular expression that matches it and nothing else. */
export function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}

/** Hexadecimal digits in either case. */
function hexPattern(digits: string): string {
  return digits.replace(/[a-f]/g, digit => `[${digit}${digit.toUpperCase()}]`);
}

function percentPattern(bytes: Buffer): string {
  return [...bytes]
    .map(byte => `%${hexPattern(byte.toString(16).padStart(2, '0'))}`)
    .join('');
}

/** `\u00e9` once for every UTF-16 unit (RFC 8259 section 7), within any number of further JSON texts. */
function jsonPattern(char: string): string {
  return Array.from({ length: char.length }, (_, n) => {
    const digits = char.charCodeAt(n).toString(16).padStart(4, '0');
    return `\\\\{1,4}u${hexPattern(digits)}`;
  }).join('');
}

/** Encodings of one character that stand for nothing but it. */
function encodedForms(char: string): string[] {
  const bytes = Buffer.from(char, 'utf8');
  const code = char.codePointAt(0)!;
  const name = HTML_NAMES[char];
  return [
    percentPattern(bytes),
    `&#0*${code};`,
    `&#[xX]0*${hexPattern(code.toString(16))};`,
    jsonPattern(char),
    ...(name ? [`&${name};`] : []),
    ...(char === ' ' ? ['\\+'] : []),
    // UTF-8 that was taken for Latin-1.
    ...(bytes.length > 1 ? [escapeRegExp(bytes.toString('latin1'))] : []),
  ];
}

/** How often a JSON text may stand within another one. */
const NESTED = 3;

/** One character, or a run of backslashes, in every encoding in which it may be repeated. */
function piecePattern(piece: string): string {
  // Each JSON text around it doubles backslashes, and puts one more before quotes. How many are looked for is
  // bounded: a text with thousands of them must not make the search try every way of sharing them out.
  const forms = encodedForms(piece[0] === '\\' ? '\\' : piece);
  if (piece[0] === '\\') {
    const { length } = piece;
    return `(?:(?:${forms.join('|')}){${length}}|\\\\{${length},${
      length * 2 ** NESTED
    }})`;
  }
  const plain = /["'/]/.test(piece)
    ? `\\\\{0,${2 ** NESTED - 1}}${piece}`
    : escapeRegExp(piece);
  return `(?:${[...forms, plain].join('|')})`;
}

/**
 * A regular expression that finds a text in a longer one, whichever of its characters are percent-, form-,
 * JSON- or HTML-encoded.
 *
 * @returns the source of the expression
 */
export function secretPattern(secret: string): string {
  return (secret.match(/\\+|[^\\]/gu) ?? []).map(piecePattern).join('');
}
