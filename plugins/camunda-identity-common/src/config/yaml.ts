import { Scalar, type Document } from 'yaml';

/**
 * A scalar in double quotes. Every text that comes from a record is one: unquoted, YAML 1.1 (Helm's)
 * reads `yes`, `0123` or `2026-01-01` as something else.
 */
export function quoted(value: string): Scalar<string> {
  const scalar = new Scalar(value);
  scalar.type = Scalar.QUOTE_DOUBLE;
  return scalar;
}

/** The document as text, long lines left whole. */
export function documentText(document: Document): string {
  return document.toString({ lineWidth: 0, minContentWidth: 0 });
}
