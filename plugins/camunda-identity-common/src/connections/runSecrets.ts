import { z } from 'zod';
import { COMPONENTS, type ClientKey } from '../camunda';
import { oneOf } from '../fields/line';

/** Every client of every version. */
export const CLIENT_KEYS = COMPONENTS.flatMap(({ clients }) =>
  clients.map(({ key }) => key),
) as [ClientKey, ...ClientKey[]];

/** A client secret in a request. */
export const secretValue = z
  .string({ error: 'expected the secret as text' })
  .min(1, { error: 'is empty' })
  .max(4096, { error: 'at most 4096 characters' });

/**
 * Secrets by client, for one run only. Never stored, never logged.
 *
 * @public
 */
export const runSecretsSchema = z
  .partialRecord(oneOf(CLIENT_KEYS), secretValue, {
    // Somebody may have put the secret in place of the client: what stands there is not repeated.
    error: issue =>
      issue.code === 'invalid_type'
        ? 'expected secrets by client, { "identity": "…" }'
        : `has an unknown client; the clients are ${CLIENT_KEYS.join(', ')}`,
  })
  .optional();

/** @public */
export type RunSecrets = z.output<typeof runSecretsSchema>;
