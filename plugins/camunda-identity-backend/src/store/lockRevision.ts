import type { Knex } from 'knex';
import { staleConnection } from '../input/precondition';

/**
 * Locks a record, which has to be as it was when something was decided on it.
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
