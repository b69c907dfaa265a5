/** The line over a `${VARIABLE}` that says where the record keeps the secret that it is filled from. */
export function secretComment(place: { name: string; key: string }): string {
  return `Secret "${place.name}", key "${place.key}"`;
}

/** Reads {@link secretComment} back, also as it once was: `Kubernetes Secret "…", key "…"`. */
export function secretReferenceIn(
  comment: string,
): { name: string; key: string } | undefined {
  const found = /Secret "([^"]+)", key "([^"]+)"/.exec(comment);
  return found ? { name: found[1], key: found[2] } : undefined;
}
