import type { Knex } from 'knex';
import { staleConnection } from '../input/precondition';

/**
 * Locks a record, which must still be at the revision for which the write was authorized.
 *
 * @throws PreconditionFailedError when it has changed since, or is gone
 */
export async function lockRevision(
  tx: Knex.Transaction,
  { id, revision }: { id: string; revision: number },
) {
  const row = await tx('connections')
    .where({ id, revision })
    .forUpdate()
    .first('id');
  if (!row) throw staleConnection();
}
