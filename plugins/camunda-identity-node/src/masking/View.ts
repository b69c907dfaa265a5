/**
 * A reading of a text: its UTF-16 units, each with its position in the original text, so that whatever is found
 * in a reading can be removed from the original.
 */
export interface View {
  readonly codes: Uint16Array;
  /** Where each unit begins in the original text. */
  readonly from: Int32Array;
  /** Where it ends, exclusive. */
  readonly to: Int32Array;
}

/** A text as it is. */
export function viewOf(text: string): View {
  const { length } = text;
  const codes = new Uint16Array(length);
  const from = new Int32Array(length);
  const to = new Int32Array(length);
  for (let at = 0; at < length; at += 1) {
    codes[at] = text.charCodeAt(at);
    from[at] = at;
    to[at] = at + 1;
  }
  return { codes, from, to };
}

/** Builds a reading from another one; a reading is never longer than its source. */
export class ViewWriter {
  readonly #source: View;
  readonly #codes: Uint16Array;
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  #length = 0;

  constructor(source: View) {
    this.#source = source;
    this.#codes = new Uint16Array(source.codes.length);
    this.#from = new Int32Array(source.codes.length);
    this.#to = new Int32Array(source.codes.length);
  }

  /**
   * @param code - a UTF-16 unit
   * @param start - the first unit of the source
   * @param end - the unit after the last one
   */
  write(code: number, start: number, end: number) {
    const at = this.#length;
    this.#codes[at] = code;
    this.#from[at] = this.#source.from[start];
    this.#to[at] = this.#source.to[end - 1];
    this.#length = at + 1;
  }

  /** A code point, of one unit or two. */
  writePoint(point: number, start: number, end: number) {
    if (point < 0x10000) {
      this.write(point, start, end);
      return;
    }
    const rest = point - 0x10000;
    this.write(0xd800 + Math.floor(rest / 0x400), start, end);
    this.write(0xdc00 + (rest % 0x400), start, end);
  }

  view(): View {
    return {
      codes: this.#codes.subarray(0, this.#length),
      from: this.#from.subarray(0, this.#length),
      to: this.#to.subarray(0, this.#length),
    };
  }
}

export function isSame(a: View, b: View): boolean {
  if (a.codes.length !== b.codes.length) return false;
  for (let at = 0; at < a.codes.length; at += 1)
    if (a.codes[at] !== b.codes[at]) return false;
  return true;
}
