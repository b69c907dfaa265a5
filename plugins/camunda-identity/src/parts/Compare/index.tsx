/** Compare. */
export function Compare() {
  return null;
}
