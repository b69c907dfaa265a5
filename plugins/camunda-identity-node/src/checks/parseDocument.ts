/** Maximum nesting of lists and objects; discovery documents and key sets have three levels. */
const MAX_DEPTH = 32;

/**
 * Maximum number of members and entries, counting lists and objects twice; the largest known document has a few
 * hundred.
 */
const MAX_VALUES = 5_000;

/** The result of parsing a provider's JSON. */
export type ParsedDocument =
  | { ok: true; value: unknown }
  /** A predicate that follows the name of the answer. */
  | { ok: false; problem: string };

/** The limit that a JSON text exceeds, found before it is parsed. */
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
 * Parses a provider's JSON. Text that is nested too deeply or has too many values is not parsed at all, so that
 * code which walks a document needs no limits of its own.
 *
 * @param text - already limited in size
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
