/** Secrets. */
export function Secrets() {
  return null;
}
