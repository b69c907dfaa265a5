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

/** @throws InputError where neither id nor name is given, or both */
export function checkReference(reference: ConnectionReference): void {
  const { connectionId, connectionName } = reference;
  if (Boolean(connectionId) === Boolean(connectionName))
    throw new InputError('Give either connectionId or connectionName');
}

/**
 * The record that an action is about.
 *
 * @throws InputError where neither id nor name is given, or both
 * @throws ApiError with status 404
 */
export async function findInputConnection(
  client: CamundaIdentityClient,
  reference: ConnectionReference,
): Promise<Connection> {
  checkReference(reference);
  const { connectionId, connectionName } = reference;
  return connectionId
    ? client.getConnection(connectionId)
    : client.getConnectionByName(connectionName!);
}

/** The id of the record that an action is about; a name is looked up. */
export async function findInputId(
  client: CamundaIdentityClient,
  reference: ConnectionReference,
): Promise<string> {
  checkReference(reference);
  const { connectionId, connectionName } = reference;
  return connectionId ?? (await client.getConnectionByName(connectionName!)).id;
}

/** A record for an output: whoever may read tasks reads it, and the claim's value names a person. */
export function connectionOutput(connection: Connection) {
  const { value: _, ...initialClaim } = connection.initialClaim;
  return { ...connection, initialClaim };
}
