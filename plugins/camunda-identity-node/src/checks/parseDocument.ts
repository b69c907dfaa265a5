/** Levels of lists and objects; discovery documents and key sets have three. */
const MAX_DEPTH = 32;

/** Members and entries, lists and objects counted twice; the largest document known has some hundred. */
const MAX_VALUES = 5_000;

/** What came of reading a provider's JSON. */
export type ParsedDocument =
  | { ok: true; value: unknown }
  /** Follows the name of what answered. */
  | { ok: false; problem: string };

/** What a JSON text has too much of, found before anything is made of it. */
function excessOf(text: string): string | undefined {
  let depth = 0;
  let values = 1;
  for (let at = 0; at < text.length; at += 1) {
    switch (text[at]) {
      case '"':
        for (at += 1; at < text.length && text[at] !== '"'; at += 1)
          if (text[at] === '\\') at += 1;
        break;
      case '[':
      case '{':
        depth += 1;
        if (depth > MAX_DEPTH)
          return `is nested deeper than ${MAX_DEPTH} levels`;
        values += 1;
        if (values > MAX_VALUES) return `has more than ${MAX_VALUES} values`;
        break;
      case ']':
      case '}':
        depth -= 1;
        break;
      case ',':
        values += 1;
        if (values > MAX_VALUES) return `has more than ${MAX_VALUES} values`;
        break;
      default:
    }
  }
  return undefined;
}

/**
 * Parses JSON that a provider answered. What is nested too deeply or has too many values is not parsed at all:
 * whoever goes through a document may do so without limits of their own.
 *
 * @param text - of limited size already
 */
export function parseDocument(text: string): ParsedDocument {
  const excess = excessOf(text);
  if (excess) return { ok: false, problem: excess };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, problem: 'is not valid JSON' };
  }
}
