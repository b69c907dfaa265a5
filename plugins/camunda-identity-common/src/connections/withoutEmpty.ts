function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  return (
    typeof value === 'object' &&
    (Array.isArray(value) ? value : Object.keys(value)).length === 0
  );
}

/**
 * A value without what counts as not entered: form fields that were left empty arrive as empty texts,
 * lists or objects, and a record has no such thing.
 *
 * @public
 */
export function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map(withoutEmpty).filter(inner => !isEmpty(inner));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, withoutEmpty(inner)] as const)
      .filter(([, inner]) => !isEmpty(inner)),
  );
}
