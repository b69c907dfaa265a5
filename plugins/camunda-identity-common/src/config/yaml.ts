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

// Line breaks to a YAML 1.1 reader, though not to JSON (YAML 1.1 section 5.4).
const YAML_1_1_BREAKS = /[\u0085\u2028\u2029\ufeff]/g;

/**
 * A text in double quotes, as {@link quoted}, for forms that are plain lists of names and values: building
 * a document node by node takes ten times as long as the text itself.
 */
export function quotedText(value: string): string {
  return JSON.stringify(value).replace(
    YAML_1_1_BREAKS,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
