import { setTimeout } from 'node:timers/promises';
import { PreconditionFailedError, PreconditionRequiredError } from './errors';
import { etagOf } from '../record/etag';
import { isUnconditional, matches } from './ifMatch';

/** The error if somebody else was faster. */
export function staleConnection(): PreconditionFailedError {
  return new PreconditionFailedError(
    'The connection has changed since you read it; read it again and repeat your change',
  );
}

/**
 * @param condition - value of `If-Match` (RFC 9110 section 13.1.1)
 * @throws PreconditionRequiredError without one, PreconditionFailedError if it names earlier revisions
 */
export function assertEtag(
  record: { id: string; revision: number },
  condition: string | undefined,
) {
  if (condition === undefined)
    throw new PreconditionRequiredError(
      'Send the etag of the connection you have read in the header If-Match',
    );
  assertCondition(record, condition);
}

/**
 * As {@link assertEtag}, for a call whose condition is optional.
 *
 * @throws PreconditionFailedError if it names earlier revisions
 */
export function assertCondition(
  record: { id: string; revision: number },
  condition: string | undefined,
) {
  if (condition !== undefined && !matches(condition, etagOf(record)))
    throw staleConnection();
}

/** Far more concurrent writers than a record ever has. */
const MAX_TRIES = 20;

/**
 * Writes whatever the current revision is. Each try authorizes again on the then current record, since a
 * concurrent write is no reason to refuse.
 *
 * @param condition - value of `If-Match`; if it names a revision there is only one try
 * @throws PreconditionFailedError if it names another revision, or if others were faster every time
 */
export async function untilStored<T>(
  condition: string | undefined,
  write: () => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries += 1)
    try {
      return await write();
    } catch (error) {
      if (
        !(error instanceof PreconditionFailedError) ||
        !isUnconditional(condition) ||
        tries >= MAX_TRIES
      )
        throw error;
      // Avoids that writers which collided collide again.
      await setTimeout(Math.random() * 10 * tries);
    }
}
