/** The line over a `${VARIABLE}` that says which Secret it is filled from. */
export function secretComment(place: { name: string; key: string }): string {
  return `Kubernetes Secret "${place.name}", key "${place.key}"`;
}

/** Reads {@link secretComment} back. */
export function secretReferenceIn(
  comment: string,
): { name: string; key: string } | undefined {
  const found = /Kubernetes Secret "([^"]+)", key "([^"]+)"/.exec(comment);
  return found ? { name: found[1], key: found[2] } : undefined;
}
