const UNITS = 0x10000;

/**
 * Finds many texts in another one in a single pass, whatever they have in common (Aho and Corasick 1975).
 * Every unit of the other text costs the same on average.
 *
 * @public
 */
export class TextSearch {
  /** By state and unit. */
  readonly #next = new Map<number, number>();
  /** The state of the longest other beginning that a state ends in. */
  readonly #fallback: number[] = [0];
  /** Length of the longest text that ends in a state, or 0. */
  readonly #found: number[] = [0];
  /** Units that a text begins with. */
  readonly #first = new Uint8Array(UNITS);

  /** @param texts - UTF-16 units of each; empty ones are not looked for */
  constructor(texts: Iterable<Uint16Array>) {
    for (const text of texts) this.#add(text);
    this.#link();
  }

  /**
   * Tells where any of them stands, with the longest that ends there; they may overlap.
   *
   * @param onFound - gets the first unit and the one after the last
   */
  find(codes: Uint16Array, onFound: (from: number, to: number) => void) {
    let state = 0;
    for (let at = 0; at < codes.length; at += 1) {
      const code = codes[at];
      if (state === 0 && this.#first[code] === 0) continue;
      state = this.#step(state, code);
      const length = this.#found[state];
      if (length > 0) onFound(at + 1 - length, at + 1);
    }
  }

  #step(from: number, code: number): number {
    let state = from;
    for (;;) {
      const next = this.#next.get(state * UNITS + code);
      if (next !== undefined) return next;
      if (state === 0) return 0;
      state = this.#fallback[state];
    }
  }

  #add(text: Uint16Array) {
    if (text.length === 0) return;
    this.#first[text[0]] = 1;
    let state = 0;
    for (const code of text) {
      const key = state * UNITS + code;
      const known = this.#next.get(key);
      state = known ?? this.#found.push(0) - 1;
      if (known === undefined) this.#next.set(key, state);
    }
    this.#found[state] = text.length;
  }

  /** Level by level: a state's fallback is less deep than itself. */
  #link() {
    const children: Array<Array<[code: number, state: number]>> = [];
    for (const [key, state] of this.#next)
      (children[Math.floor(key / UNITS)] ??= []).push([key % UNITS, state]);
    const queue = [0];
    for (const parent of queue)
      for (const [code, state] of children[parent] ?? []) {
        const fallback =
          parent === 0 ? 0 : this.#step(this.#fallback[parent], code);
        this.#fallback[state] = fallback;
        this.#found[state] ||= this.#found[fallback];
        queue.push(state);
      }
  }
}
