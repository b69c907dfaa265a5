import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type { Connection } from 'backstage-plugin-camunda-identity-common';
import { PreconditionFailedError } from '../input/errors';
import type { Caller } from '../input/Caller';
import type { ActionServices } from './types';

/**
 * Writes a record, audited like the same call over HTTP; there is no request from which the actor could be
 * taken.
 *
 * @throws ConflictError instead of PreconditionFailedError, since tools do not see a status code
 */
export async function auditedWrite(
  { audit, callers }: Pick<ActionServices, 'audit' | 'callers'>,
  actionType: 'create' | 'update',
  credentials: BackstageCredentials,
  write: (caller: Caller) => Promise<Connection>,
): Promise<Connection> {
  const caller = await callers.resolve(credentials);
  const event = await audit.begin({
    eventId: 'connection-mutate',
    meta: { actionType, by: caller.ref },
  });
  let connection: Connection;
  try {
    connection = await write(caller);
  } catch (error) {
    await event.fail(error);
    throw error instanceof PreconditionFailedError
      ? new ConflictError(error.message)
      : error;
  }
  await event.success({ connectionId: connection.id });
  return connection;
}
