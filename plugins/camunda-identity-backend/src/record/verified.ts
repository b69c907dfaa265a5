import { createHash } from 'node:crypto';
import {
  recordClient,
  type ClientKey,
  type ConnectionInput,
  type Verified,
} from 'backstage-plugin-camunda-identity-common';

/** A real sign-in that went well, as it is kept. */
export interface StoredVerified extends Verified {
  /** See {@link basisOf}. */
  basis: string;
}

/**
 * What of a record a sign-in to a client rests on: provider, version, and everything of the component, the
 * place of its secret included. When it changes, nothing is proved any more.
 */
export function basisOf(data: ConnectionInput, client: ClientKey): string {
  const [component] = client.split('.');
  const settings = data.components[component as keyof typeof data.components];
  const parts = [client, data.provider, data.camundaVersion, settings];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

/** @returns undefined where nothing was proved, or the record is another now */
export function verifiedOf(
  data: ConnectionInput,
  stored: StoredVerified | undefined,
): Verified | undefined {
  if (!stored || !recordClient(data, stored.client)) return undefined;
  const { basis, ...verified } = stored;
  return basis === basisOf(data, stored.client) ? verified : undefined;
}
