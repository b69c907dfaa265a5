/** All connections. */
export function ConnectionsPage() {
  return null;
}
