import { hexDigit, readHex } from './digits';
import { ViewWriter, type View } from './View';

const BACKSLASH = 0x5c;
const PERCENT = 0x25;
const AMPERSAND = 0x26;
const SEMICOLON = 0x3b;

/** The character of an escape, and the length of the escape in units. */
interface Escape {
  point: number;
  length: number;
}

/** Escapes of JSON, JavaScript and shells for white space; any other escaped character stands for itself. */
const LETTERS: Readonly<Record<string, number>> = {
  b: 8,
  t: 9,
  n: 10,
  v: 11,
  f: 12,
  r: 13,
};

const NAMES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

const MAX_POINT = 0x10ffff;
const MAX_REFERENCE = 12;

/** `\u{e9}`, with one to six digits. */
function braced(codes: Uint16Array, at: number): Escape | undefined {
  let point = 0;
  for (let n = 0; n <= 6; n += 1) {
    const code = codes[at + 3 + n];
    if (code === 0x7d)
      return n > 0 && point <= MAX_POINT ? { point, length: n + 4 } : undefined;
    const digit = hexDigit(code ?? 0);
    if (digit < 0) return undefined;
    point = point * 16 + digit;
  }
  return undefined;
}

/** `\u00e9`, `\xe9`, `\"`, `\n` (RFC 8259 section 7, ECMA-262 section 12.9.4). */
function backslash(codes: Uint16Array, at: number): Escape | undefined {
  if (at + 1 >= codes.length) return undefined;
  const next = String.fromCharCode(codes[at + 1]);
  if (next === 'u' || next === 'U') {
    const point = readHex(codes, at + 2, 4);
    if (point >= 0) return { point, length: 6 };
    if (codes[at + 2] === 0x7b) return braced(codes, at);
  }
  if (next === 'x' || next === 'X') {
    const point = readHex(codes, at + 2, 2);
    if (point >= 0) return { point, length: 4 };
  }
  return { point: LETTERS[next] ?? codes[at + 1], length: 2 };
}

/** `%e9`, and `%u00e9` as the old `escape()` has it (RFC 3986 section 2.1). */
function percent(codes: Uint16Array, at: number): Escape | undefined {
  const byte = readHex(codes, at + 1, 2);
  if (byte >= 0) return { point: byte, length: 3 };
  const next = codes[at + 1];
  if (next !== 0x75 && next !== 0x55) return undefined;
  const point = readHex(codes, at + 2, 4);
  return point >= 0 ? { point, length: 6 } : undefined;
}

/** `&#233;`, `&#xe9;`, `&amp;` (HTML section 13.5). */
function reference(codes: Uint16Array, at: number): Escape | undefined {
  let text = '';
  for (let n = 1; n <= MAX_REFERENCE; n += 1) {
    const code = codes[at + n];
    if (code === undefined || code === AMPERSAND) return undefined;
    if (code === SEMICOLON) {
      const point = pointOf(text);
      return point === undefined ? undefined : { point, length: n + 1 };
    }
    text += String.fromCharCode(code);
  }
  return undefined;
}

function pointOf(text: string): number | undefined {
  const digits = /^#(?:[xX]([\da-fA-F]{1,9})|(\d{1,10}))$/.exec(text);
  if (!digits) return NAMES[text.toLowerCase()]?.charCodeAt(0);
  const point = digits[1] ? Number.parseInt(digits[1], 16) : Number(digits[2]);
  return point <= MAX_POINT ? point : undefined;
}

const ESCAPES: Readonly<
  Record<number, (codes: Uint16Array, at: number) => Escape | undefined>
> = {
  [BACKSLASH]: backslash,
  [PERCENT]: percent,
  [AMPERSAND]: reference,
};

/**
 * Removes one layer of escapes of any kind: percent-encoding, JSON and `\x`, HTML. Bytes become characters up
 * to U+00FF.
 */
export function unescaped(view: View): View {
  const { codes } = view;
  const writer = new ViewWriter(view);
  for (let at = 0; at < codes.length; ) {
    const escape = ESCAPES[codes[at]]?.(codes, at);
    if (escape) writer.writePoint(escape.point, at, at + escape.length);
    else writer.write(codes[at], at, at + 1);
    at += escape?.length ?? 1;
  }
  return writer.view();
}
