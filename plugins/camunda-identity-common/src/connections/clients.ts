import {
  COMPONENTS,
  USER_SCOPES,
  clientsOf,
  connectPageUrl,
  redirectUris,
  userScopes,
  withoutTrailingSlash,
  type CamundaVersion,
  type ClientFacts,
  type ClientKey,
} from '../camunda';
import { clientSettings, type ClientSettings } from './clientSettings';
import type { Components } from './components';
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
export function describeClients(record: {
  camundaVersion: CamundaVersion;
  provider: Provider;
  components: Partial<Components>;
}): ConnectionClient[] {
  const { provider, components, camundaVersion } = record;
  return clientsOf(camundaVersion).flatMap(facts => {
    const settings = clientSettings(components, facts.key, provider.type);
    if (!settings) return [];
    const clientId = settings.clientId ?? '';
    return [
      {
        key: facts.key,
        title: facts.title,
        clientId,
        clientType: facts.clientType,
        entraPlatform: facts.entraPlatform,
        redirectUris: redirectUris(facts, settings.url),
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
              connectPageUrl(
                camundaVersion,
                'component-specific-configuration',
              ),
          })),
      },
    ];
  });
}

/**
 * Keys of the clients that a record has.
 *
 * @public
 */
export function clientKeysOf(record: {
  camundaVersion: CamundaVersion;
  provider: Provider;
  components: Partial<Components>;
}): ClientKey[] {
  return clientsOf(record.camundaVersion)
    .map(({ key }) => key)
    .filter(key =>
      clientSettings(record.components, key, record.provider.type),
    );
}

/**
 * The earliest date on which a secret of a record expires.
 *
 * @returns ISO 8601 in UTC, undefined where no date is known
 * @public
 */
export function secretsExpireAt(record: {
  camundaVersion: CamundaVersion;
  provider: Provider;
  components: Components;
}): string | undefined {
  const dates = clientsOf(record.camundaVersion)
    .map(
      facts =>
        clientSettings(record.components, facts.key, record.provider.type)
          ?.secret?.expiresAt,
    )
    .filter(date => date !== undefined)
    .map(date => new Date(date).toISOString());
  return dates.sort()[0];
}
