const SEPARATOR = '__';

/** What a variable's name begins with where one dotenv file has those of several containers. */
export function containerPrefix(container: string): string {
  return `${container.replace(/-/g, '_').toUpperCase()}${SEPARATOR}`;
}

/**
 * Takes {@link containerPrefix} apart again.
 *
 * @returns undefined for a name without one
 */
export function withoutContainerPrefix(
  name: string,
): { container: string; name: string } | undefined {
  const at = name.indexOf(SEPARATOR);
  if (at < 1) return undefined;
  return {
    container: name.slice(0, at).replace(/_/g, '-').toLowerCase(),
    name: name.slice(at + SEPARATOR.length),
  };
}
