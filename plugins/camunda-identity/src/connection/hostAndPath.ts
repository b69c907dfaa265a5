/** An issuer without its scheme, as it stands in a head; the text itself where it is no URL. */
export function hostAndPath(issuer: string): string {
  if (!URL.canParse(issuer)) return issuer;
  const { host, pathname } = new URL(issuer);
  return `${host}${pathname.replace(/\/$/, '')}`;
}
