/** Maximum number of entries that a message names; a document may have thousands. */
const MAX_NAMED = 10;

/**
 * A list for people, which says how many entries it leaves out.
 *
 * @param separator - between entries
 */
export function listed(entries: readonly string[], separator = ', '): string {
  const more = entries.length - MAX_NAMED;
  const named = entries.slice(0, MAX_NAMED).join(separator);
  return more > 0 ? `${named}${separator}… and ${more} more` : named;
}

/** A list for `evidence`, which says the same in its last entry. */
export function listedEvidence(entries: readonly string[]): string[] {
  const more = entries.length - MAX_NAMED;
  const named = entries.slice(0, MAX_NAMED);
  return more > 0 ? [...named, `… and ${more} more`] : named;
}
