/**
 * Whether a condition holds (RFC 9110 sections 8.8.3 and 13.1.1): `*` for any revision, or a list of entity
 * tags that must include the resource's. Tags are compared strongly, so that a weak one never matches. Beyond
 * the RFC, a single tag may be unquoted.
 *
 * @param header - value of `If-Match`; several headers as Node joins them, with a comma
 * @param etag - of the resource, without quotes
 */
export function matches(header: string, etag: string): boolean {
  const text = header.trim();
  if (text === '*') return true;
  if (!text.includes('"')) return text === etag;
  return tagsOf(text).includes(etag);
}

/** True for a condition that any revision fulfils. */
export function isUnconditional(header: string | undefined): boolean {
  return header === undefined || header.trim() === '*';
}

/** The strong tags of a list, without quotes; empty for a malformed list. */
function tagsOf(text: string): string[] {
  const tags: string[] = [];
  let at = 0;
  const skip = (characters: string) => {
    while (at < text.length && characters.includes(text[at])) at += 1;
  };
  for (;;) {
    // Empty members are allowed (RFC 9110 section 5.6.1).
    skip(' \t,');
    if (at >= text.length) return tags;
    const weak = text.startsWith('W/', at);
    if (weak) at += 2;
    if (text[at] !== '"') return [];
    // A tag may contain a comma, but no quote, since there is no escaping.
    const end = text.indexOf('"', at + 1);
    if (end < 0) return [];
    if (!weak) tags.push(text.slice(at + 1, end));
    at = end + 1;
    skip(' \t');
    if (at < text.length && text[at] !== ',') return [];
  }
}
