/** LoginTest. */
export function LoginTest() {
  return null;
}
