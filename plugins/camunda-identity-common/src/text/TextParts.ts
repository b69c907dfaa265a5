/**
 * The UTF-16 units of a text.
 *
 * @public
 */
export function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at += 1) units[at] = text.charCodeAt(at);
  return units;
}

/**
 * Parts of a text to replace. They may overlap, and adding one takes the same time for short and long ones.
 *
 * @public
 */
export class TextParts {
  readonly #text: string;
  /** By place, how many parts begin there less how many end. */
  readonly #changes: Int32Array;

  constructor(text: string) {
    this.#text = text;
    this.#changes = new Int32Array(text.length + 1);
  }

  /** @param to - exclusive */
  add(from: number, to: number) {
    this.#changes[from] += 1;
    this.#changes[to] -= 1;
  }

  /** The text with what was added replaced; parts that touch are replaced once. */
  replacedBy(replacement: string): string {
    let clean = '';
    let kept = 0;
    let open = 0;
    this.#changes.forEach((change, at) => {
      const before = open;
      open += change;
      if (before === 0 && open > 0)
        clean += this.#text.slice(kept, at) + replacement;
      if (before > 0 && open === 0) kept = at;
    });
    return clean + this.#text.slice(kept);
  }
}
