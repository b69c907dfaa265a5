/** Limits. */
export function Limits() {
  return null;
}
