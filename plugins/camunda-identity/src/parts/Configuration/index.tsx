/** Configuration. */
export function Configuration() {
  return null;
}
