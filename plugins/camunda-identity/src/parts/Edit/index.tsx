/** Edit. */
export function Edit() {
  return null;
}
