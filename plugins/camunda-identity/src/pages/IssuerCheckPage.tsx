/** Checks an issuer that needs no record. */
export function IssuerCheckPage() {
  return null;
}
