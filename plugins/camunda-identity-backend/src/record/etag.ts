import { createHash } from 'node:crypto';

/** Opaque tag of a record's revision. */
export function etagOf(connection: { id: string; revision: number }): string {
  return createHash('sha256')
    .update(`${connection.id}:${connection.revision}`)
    .digest('base64url')
    .slice(0, 22);
}
