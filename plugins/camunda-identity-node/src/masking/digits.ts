/** Value of each ASCII character as a hexadecimal digit, or -1. */
const HEX = Int8Array.from({ length: 128 }, (_, code) => {
  const value = Number.parseInt(String.fromCharCode(code), 16);
  return Number.isNaN(value) ? -1 : value;
});

/** @returns 0 to 15, or -1 if it is not a hexadecimal digit */
export function hexDigit(code: number): number {
  return code < 128 ? HEX[code] : -1;
}

/**
 * Reads a fixed number of hexadecimal digits.
 *
 * @returns -1 if there are fewer
 */
export function readHex(codes: Uint16Array, at: number, count: number): number {
  if (at + count > codes.length) return -1;
  let value = 0;
  for (let n = 0; n < count; n += 1) {
    const digit = hexDigit(codes[at + n]);
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}
