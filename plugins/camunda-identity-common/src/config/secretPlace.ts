import { findClient, type ClientKey } from '../camunda';
import { finding, type Finding } from '../checks';
import { secretVariable } from '../connections/clientNames';
import type { SecretReference } from '../connections/secrets';

/**
 * Where a written file says that Camunda finds a secret. Never a value.
 */
export interface SecretPlace {
  /** Variable that dotenv and Compose interpolate. */
  variable: string;
  kubernetesSecret: { name: string; key: string };
  /** The Secret was not named by the record. */
  assumed: boolean;
  /** The record names an environment variable. */
  fromEnv: boolean;
}

export { secretVariable };

/**
 * Works out the place of a client's secret.
 *
 * @param of - its own, or the password of its key store
 */
export function secretPlace(
  recordName: string,
  client: ClientKey,
  secret: SecretReference | undefined,
  of: 'client' | 'key-store' = 'client',
): SecretPlace {
  const own = of === 'client';
  return {
    variable:
      secret?.env?.name ??
      (own
        ? secretVariable(client)
        : secretVariable(client).replace(
            /CLIENT_SECRET$/,
            'KEYSTORE_PASSWORD',
          )),
    kubernetesSecret: secret?.kubernetesSecret ?? {
      name: `${recordName}-oidc`,
      key: `${client}-${own ? 'secret' : 'key-store-password'}`,
    },
    assumed: !secret?.kubernetesSecret,
    fromEnv: Boolean(secret?.env),
  };
}

/** The finding for a Secret that the record did not name. */
export function secretAssumed(
  client: ClientKey,
  place: SecretPlace,
  title: string,
): Finding {
  const { name, key } = place.kubernetesSecret;
  return finding(
    'config.secret-assumed',
    'warn',
    { kind: 'client', client },
    {
      message: `The secret of ${title} is expected in the Secret "${name}", key "${key}"`,
    },
  );
}

/** Title of a client for messages; its key where the version does not have it. */
export function clientTitle(
  client: ClientKey,
  version: Parameters<typeof findClient>[1],
): string {
  return findClient(client, version)?.title ?? client;
}
