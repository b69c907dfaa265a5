import { createHash } from 'node:crypto';
import {
  recordClient,
  type ClientKey,
  type ConnectionInput,
  type Verified,
} from 'backstage-plugin-camunda-identity-common';

/** A successful real sign-in, as stored. */
export interface StoredVerified extends Verified {
  /** See {@link basisOf}. */
  basis: string;
}

/**
 * The parts of a record that a sign-in to a client depends on: provider, version, and the whole component,
 * including the place of its secret. When they change, nothing is proved any more.
 */
export function basisOf(data: ConnectionInput, client: ClientKey): string {
  const [component] = client.split('.');
  const settings = data.components[component as keyof typeof data.components];
  const parts = [client, data.provider, data.camundaVersion, settings];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

/** @returns undefined if nothing was proved, or the record has changed since */
export function verifiedOf(
  data: ConnectionInput,
  stored: StoredVerified | undefined,
): Verified | undefined {
  if (!stored || !recordClient(data, stored.client)) return undefined;
  const { basis, ...verified } = stored;
  return basis === basisOf(data, stored.client) ? verified : undefined;
}
