import { hexDigit, readHex } from './digits';
import { ViewWriter, type View } from './View';

/** Separates parts that do not belong together; no secret contains it. */
const GAP = 0xffff;

function isContinuation(code: number | undefined): boolean {
  return code !== undefined && code >= 0x80 && code <= 0xbf;
}

/** How many continuation bytes follow a first byte of UTF-8 (RFC 3629 section 3). */
function following(code: number): number {
  if (code >= 0xc2 && code <= 0xdf) return 1;
  if (code >= 0xe0 && code <= 0xef) return 2;
  return code >= 0xf0 && code <= 0xf4 ? 3 : 0;
}

/** Decodes characters up to U+00FF as bytes of UTF-8. */
export function utf8(view: View): View {
  const { codes } = view;
  if (!codes.some(code => code >= 0xc2 && code <= 0xf4)) return view;
  const writer = new ViewWriter(view);
  for (let at = 0; at < codes.length; ) {
    const count = following(codes[at]);
    let point = count > 0 ? codes[at] % 2 ** (6 - count) : codes[at];
    let read = 1;
    while (read <= count && isContinuation(codes[at + read])) {
      point = point * 64 + (codes[at + read] % 64);
      read += 1;
    }
    if (count > 0 && read === count + 1 && point <= 0x10ffff) {
      writer.writePoint(point, at, at + read);
      at += read;
    } else {
      writer.write(codes[at], at, at + 1);
      at += 1;
    }
  }
  return writer.view();
}

/**
 * Quoted-printable (RFC 2045 section 6.7).
 *
 * @returns undefined if the text contains no quoted-printable
 */
export function quotedPrintable(view: View): View | undefined {
  const { codes } = view;
  if (!codes.includes(0x3d)) return undefined;
  const writer = new ViewWriter(view);
  for (let at = 0; at < codes.length; ) {
    const isEquals = codes[at] === 0x3d;
    const byte = isEquals ? readHex(codes, at + 1, 2) : -1;
    if (byte >= 0) {
      writer.write(byte, at, at + 3);
      at += 3;
    } else {
      // A soft line break is dropped, and white space is ignored.
      if (!isEquals) writer.write(codes[at], at, at + 1);
      at += 1;
    }
  }
  return writer.view();
}

const BASE64 = new Int8Array(128).fill(-1);
[...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].forEach(
  (char, value) => {
    BASE64[char.charCodeAt(0)] = value;
  },
);
BASE64['-'.charCodeAt(0)] = 62;
BASE64['_'.charCodeAt(0)] = 63;

/** White space that breaks lines of base64 and hexadecimal digits. */
function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

/**
 * Decodes every run of base64 characters, including URL-safe ones (RFC 4648 sections 4 and 5).
 *
 * @param skip - number of characters at the start of a run that do not belong to it, 0 to 3
 */
export function base64Decoded(view: View, skip: number): View {
  const { codes } = view;
  const writer = new ViewWriter(view);
  let inRun = 0;
  let bits = 0;
  let previous = 0;
  for (let at = 0; at < codes.length; at += 1) {
    if (isSpace(codes[at])) continue;
    const value = codes[at] < 128 ? BASE64[codes[at]] : -1;
    if (value < 0) {
      if (inRun > 0) writer.write(GAP, at, at + 1);
      inRun = 0;
      continue;
    }
    inRun += 1;
    if (inRun <= skip) continue;
    // Four characters make three bytes; the first of the four completes none.
    const place = (inRun - skip - 1) % 4;
    bits = place === 0 ? value : (bits % 64) * 64 + value;
    if (place > 0)
      writer.write(Math.floor(bits / 4 ** (3 - place)) % 256, previous, at + 1);
    previous = at;
  }
  return writer.view();
}

/** Separators between the digits of a hex dump. */
function isSeparator(code: number): boolean {
  return isSpace(code) || code === 0x3a || code === 0x2c || code === 0x2d;
}

/**
 * Decodes every run of hexadecimal digits.
 *
 * @param skip - number of digits at the start of a run that do not belong to it, 0 or 1
 */
export function hexDecoded(view: View, skip: number): View {
  const { codes } = view;
  const writer = new ViewWriter(view);
  let inRun = 0;
  let high = 0;
  let start = 0;
  for (let at = 0; at < codes.length; at += 1) {
    if (isSeparator(codes[at])) continue;
    const digit = hexDigit(codes[at]);
    if (digit < 0) {
      if (inRun > 0) writer.write(GAP, at, at + 1);
      inRun = 0;
      continue;
    }
    inRun += 1;
    if (inRun <= skip) continue;
    if ((inRun - skip) % 2 === 1) {
      high = digit;
      start = at;
    } else writer.write(high * 16 + digit, start, at + 1);
  }
  return writer.view();
}
