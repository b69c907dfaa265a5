import {
  COMPONENTS,
  USER_SCOPES,
  connectPageUrl,
  postLogoutRedirectUris,
  redirectUris,
  userScopes,
  withoutTrailingSlash,
  type CamundaVersion,
  type ClientFacts,
  type ClientKey,
} from '../camunda';
import type { ClientSettings, ClientsSource } from './clientSettings';
import { recordClients, type RecordClientsInput } from './recordClients';
import type { Provider } from '../providers/schema';
import type { ConnectionClient } from './types';

/**
 * Scopes of a component's sign-in without any of the application's own.
 *
 * @public
 */
export function defaultSignInScopes(
  client: ClientKey,
  provider: Provider,
): readonly string[] {
  return signInScopes(
    COMPONENTS.flatMap(({ clients }) => clients).find(
      ({ key }) => key === client,
    ),
    provider,
  );
}

function signInScopes(
  facts: Pick<ClientFacts, 'userScopes'> | undefined,
  provider: Provider,
): readonly string[] {
  return facts?.userScopes?.[provider.type] ?? provider.scopes ?? USER_SCOPES;
}

function scopesOf(
  facts: ClientFacts,
  provider: Provider,
  clientId: string,
  settings: ClientSettings,
): string[] {
  const { tokenScope, scopes } = settings;
  if (facts.scopes === 'machine') return tokenScope ? [tokenScope] : [];
  return userScopes(
    provider.type,
    clientId,
    scopes ?? signInScopes(facts, provider),
  );
}

/**
 * The applications that a record needs at its provider, each with all that has to be typed in there.
 *
 * @public
 */
export function describeClients(
  record: ClientsSource & {
    camundaVersion: CamundaVersion;
    provider: Provider;
  },
): ConnectionClient[] {
  const { provider, camundaVersion } = record;
  return recordClients(record).map(({ facts, settings }) => {
    const clientId = settings.clientId ?? '';
    return {
      key: facts.key,
      title: facts.title,
      clientId,
      clientType: facts.clientType,
      entraPlatform: facts.entraPlatform,
      redirectUris: redirectUris(facts, settings.url),
      postLogoutRedirectUris: postLogoutRedirectUris(
        facts,
        settings.url,
        camundaVersion,
      ),
      helmRedirectUrl:
        facts.helmRedirectUrlKey && settings.url
          ? withoutTrailingSlash(settings.url)
          : undefined,
      grantTypes: [...facts.grantTypes],
      scopes: scopesOf(facts, provider, clientId, settings),
      notes: facts.notes
        .filter(
          note =>
            (!note.providerType || note.providerType === provider.type) &&
            (!note.versions || note.versions.includes(camundaVersion)),
        )
        .map(({ code, severity, text, docsUrl }) => ({
          code,
          severity,
          text,
          docsUrl:
            docsUrl ??
            connectPageUrl(camundaVersion, 'component-specific-configuration'),
        })),
    };
  });
}

/**
 * Keys of the clients that a record has.
 *
 * @public
 */
export function clientKeysOf(record: RecordClientsInput): ClientKey[] {
  return recordClients(record).map(({ facts }) => facts.key);
}

/**
 * The earliest date on which a secret or a certificate of a record expires.
 *
 * @returns ISO 8601 in UTC, undefined where no date is known
 * @public
 */
export function secretsExpireAt(
  record: RecordClientsInput,
): string | undefined {
  const dates = recordClients(record)
    .flatMap(({ settings: { secret, certificate } }) => [
      secret?.expiresAt,
      certificate?.expiresAt,
      certificate?.passwordSecret?.expiresAt,
    ])
    .filter(date => date !== undefined)
    .map(date => new Date(date).toISOString());
  return dates.sort()[0];
}
