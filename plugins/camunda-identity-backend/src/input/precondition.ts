import type { Knex } from 'knex';
import { PreconditionFailedError, PreconditionRequiredError } from './errors';
import { etagOf } from '../record/etag';

/** What a write was decided on. */
export interface Precondition {
  /**
   * Etag of the record on which it was decided that the caller may. A record that has changed since may
   * belong to somebody else by now, so the write is refused.
   */
  expected?: string;
}

/** Somebody else was faster. */
export function staleConnection(): PreconditionFailedError {
  return new PreconditionFailedError(
    'The connection has changed since you read it; read it again and repeat your change',
  );
}

/** @throws PreconditionFailedError */
export function assertExpected(
  record: { id: string; revision: number },
  { expected }: Precondition,
) {
  if (expected !== undefined && expected !== etagOf(record))
    throw staleConnection();
}

/**
 * @param etag - of `If-Match`; `*` for whatever there is (RFC 9110 section 13.1.1)
 * @throws PreconditionRequiredError without one, PreconditionFailedError for that of an earlier revision
 */
export function assertEtag(
  record: { id: string; revision: number },
  etag: string | undefined,
) {
  if (etag === undefined)
    throw new PreconditionRequiredError(
      'Send the etag of the connection you have read in the header If-Match',
    );
  if (etag !== '*' && etag !== etagOf(record)) throw staleConnection();
}

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
