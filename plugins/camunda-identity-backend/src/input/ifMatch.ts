/**
 * Whether a condition holds (RFC 9110 sections 8.8.3 and 13.1.1): `*` for whatever there is, or a list of
 * entity tags, one of which has to be the resource's. Tags are compared strongly, so that a weak one never
 * fits. Beyond the RFC, a single tag may stand without quotes.
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

/** The strong tags of a list, without their quotes. What is no list has none. */
function tagsOf(text: string): string[] {
  const tags: string[] = [];
  let at = 0;
  const skip = (characters: string) => {
    while (at < text.length && characters.includes(text[at])) at += 1;
  };
  for (;;) {
    // An empty member is no fault (RFC 9110 section 5.6.1).
    skip(' \t,');
    if (at >= text.length) return tags;
    const weak = text.startsWith('W/', at);
    if (weak) at += 2;
    if (text[at] !== '"') return [];
    // A tag may hold a comma, but no quote: there is no escaping in it.
    const end = text.indexOf('"', at + 1);
    if (end < 0) return [];
    if (!weak) tags.push(text.slice(at + 1, end));
    at = end + 1;
    skip(' \t');
    if (at < text.length && text[at] !== ',') return [];
  }
}
