import { InputError } from '@backstage/errors';
import type {
  CamundaIdentityClient,
  Connection,
} from 'backstage-plugin-camunda-identity-common/client';

/** Input of an action that works on a record: its id, or its name. */
export interface ConnectionReference {
  connectionId?: string;
  connectionName?: string;
}

/**
 * The record that an action is about.
 *
 * @throws InputError where neither id nor name is given, or both
 * @throws ApiError with status 404
 */
export async function findInputConnection(
  client: CamundaIdentityClient,
  { connectionId, connectionName }: ConnectionReference,
): Promise<Connection> {
  if (Boolean(connectionId) === Boolean(connectionName))
    throw new InputError('Give either connectionId or connectionName');
  return connectionId
    ? client.getConnection(connectionId)
    : client.getConnectionByName(connectionName!);
}

/** A record for an output: whoever may read tasks reads it, and the claim's value names a person. */
export function connectionOutput(connection: Connection) {
  const { value: _, ...initialClaim } = connection.initialClaim;
  return { ...connection, initialClaim };
}
