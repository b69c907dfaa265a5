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

/**
 * As {@link withoutEmpty}, for the `components` of a record: a component that is there stays, though nothing was
 * entered for it, so that it is missed and not left out.
 *
 * @public
 */
export function componentsWithoutEmpty(components: unknown): unknown {
  if (
    components === null ||
    typeof components !== 'object' ||
    Array.isArray(components)
  )
    return withoutEmpty(components);
  return Object.fromEntries(
    Object.entries(components)
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([key, value]) => [key, withoutEmpty(value)]),
  );
}

/**
 * A record's input as a form hands it over, see {@link componentsWithoutEmpty}.
 *
 * @public
 */
export function recordWithoutEmpty(input: unknown): unknown {
  const rest = withoutEmpty(input);
  if (input === null || typeof input !== 'object' || !('components' in input))
    return rest;
  const components = componentsWithoutEmpty(input.components);
  const none =
    components === undefined ||
    (typeof components === 'object' &&
      Object.keys(components ?? {}).length === 0);
  return { ...(rest as object), ...(none ? {} : { components }) };
}
