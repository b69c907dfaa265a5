/** Setup. */
export function Setup() {
  return null;
}
