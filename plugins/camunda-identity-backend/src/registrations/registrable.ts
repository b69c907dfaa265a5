import { InputError } from '@backstage/errors';
import {
  clientSettings,
  type ClientKey,
  type RegistrationBody,
  type RegistrationResult,
} from 'backstage-plugin-camunda-identity-common';
import {
  setupApplications,
  type SetupApplication,
} from 'backstage-plugin-camunda-identity-common/setup';
import type { StoredConnection } from '../record/StoredConnection';

/** A requested application; with `skip`, the reason for not registering it. */
export interface Registrable {
  application: SetupApplication;
  skip?: Omit<RegistrationResult, 'client'>;
}

function skipOf(
  { clientId, client }: SetupApplication,
  data: StoredConnection['data'],
  replaces: RegistrationBody['replaces'],
): Registrable['skip'] {
  // Somebody else may have registered it since the caller read the record; that registration stays.
  if (clientId && clientId !== replaces?.[client])
    return { outcome: 'kept', clientId };
  if (clientSettings(data, client, data.provider.type)?.certificate)
    return {
      outcome: 'failed',
      message:
        'It signs in with a certificate, whose key a registration request would need; register it by hand',
    };
  return undefined;
}

/**
 * The applications of a call.
 *
 * @throws InputError for a client that the record does not have
 */
export function registrable(
  { data }: StoredConnection,
  { clients, replaces }: Pick<RegistrationBody, 'clients' | 'replaces'>,
): Registrable[] {
  const all = setupApplications(data);
  const assertKnown = (where: string, keys: readonly string[]) => {
    for (const key of keys)
      if (!all.some(({ client }) => client === key))
        throw new InputError(
          `${where}: the connection has no client ${key}; it has ${all
            .map(({ client }) => client)
            .join(', ')}`,
        );
  };
  assertKnown('clients', clients ?? []);
  assertKnown('replaces', Object.keys(replaces ?? {}) as ClientKey[]);
  return all
    .filter(({ client }) => !clients || clients.includes(client))
    .map(application => ({
      application,
      skip: skipOf(application, data, replaces),
    }));
}
