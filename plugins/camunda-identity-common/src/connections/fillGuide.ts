import {
  accessTokenAlgorithms,
  clientAuthenticationOf,
  docsUrl,
  findClient,
  GUIDES,
  idTokenAlgorithms,
  needsSecret,
  NOTICES,
  USER_SCOPES,
  type CamundaVersion,
  type ClientKey,
  type EntraPlatform,
  type GuideLink,
  type GuideStep,
  type Notice,
} from '../camunda';
import type { Provider } from '../providers/schema';
import { clientSettings, type ClientsSource } from './clientSettings';
import { describeClients } from './clients';
import type { ConnectionClient } from './types';

/** @public */
export interface FilledStep {
  code: string;
  title: string;
  text: string;
  /** One for each application, with its key. */
  each: Array<{ client: ClientKey; text: string; link?: GuideLink }>;
  links: GuideLink[];
  snippet?: GuideStep['snippet'];
  notices: Notice[];
}

/** @public */
export interface FilledGuide {
  title: string;
  steps: FilledStep[];
  considerations: FilledStep[];
}

const PLATFORMS: Record<EntraPlatform, string> = {
  web: 'Web',
  spa: 'Single-page application',
  none: 'none, it never redirects a browser',
};

/** What is not known yet keeps its name, in angle brackets as on the page. */
function fill(text: string, places: Readonly<Record<string, string>>): string {
  return text.replace(/\{([a-zA-Z:]+)\}/g, (_, name: string) =>
    places[name] ? places[name] : `<${name}>`,
  );
}

function wanted(
  client: ConnectionClient,
  filter: NonNullable<GuideStep['each']>['clients'],
  version: CamundaVersion,
): boolean {
  if (filter === undefined) return true;
  if (filter === 'redirecting') return client.redirectUris.length > 0;
  if (filter === 'signing-out') return client.postLogoutRedirectUris.length > 0;
  if (filter === 'confidential') {
    const facts = findClient(client.key, version);
    return facts !== undefined && needsSecret(facts);
  }
  return filter.includes(client.key);
}

/** What the application's library can, of the table that checks and rules read. */
function authenticationOf(
  { key }: ConnectionClient,
  version: CamundaVersion,
  { type }: Provider,
): string {
  const facts = findClient(key, version);
  return facts ? clientAuthenticationOf(facts, version, type).join(' or ') : '';
}

/**
 * The page's steps for a record's provider type with the record's own values in them.
 *
 * @param issuer - of the resolved provider
 * @public
 */
export function fillGuide(
  record: ClientsSource & {
    camundaVersion: CamundaVersion;
    provider: Provider;
  },
  issuer: string,
): FilledGuide {
  const { camundaVersion, provider } = record;
  const guide = GUIDES[provider.type];
  const clients = describeClients(record);
  const places: Record<string, string> = {
    issuer,
    tenantId: provider.type === 'MICROSOFT' ? provider.tenantId : '',
    idTokenAlgorithms: idTokenAlgorithms(camundaVersion).join(', '),
    accessTokenAlgorithms: accessTokenAlgorithms(camundaVersion).join(', '),
    scopes: (provider.scopes ?? USER_SCOPES).join(', '),
    'docs:secrets': docsUrl('secrets', camundaVersion),
    'docs:keycloak': docsUrl('keycloak', camundaVersion),
    'docs:cluster': docsUrl('cluster', camundaVersion),
    wellKnown: `${issuer}/.well-known/openid-configuration`,
  };
  const placesOf = (client: ConnectionClient): Record<string, string> => ({
    ...places,
    title: client.title,
    clientId: client.clientId,
    audience: clientSettings(record, client.key, provider.type)?.audience ?? '',
    clientType: client.clientType,
    platform: PLATFORMS[client.entraPlatform],
    redirectUris: client.redirectUris.join(', '),
    postLogoutRedirectUris: client.postLogoutRedirectUris.join(', '),
    grantTypes: client.grantTypes.join(', '),
    clientAuthentication: authenticationOf(client, camundaVersion, provider),
  });
  const link = (entry: GuideLink, own: Record<string, string>): GuideLink => ({
    title: entry.title,
    url: fill(entry.url, own),
  });
  const filled = (step: GuideStep): FilledStep => ({
    code: step.code,
    title: step.title,
    text: fill(step.text, places),
    each: step.each
      ? clients
          .filter(client => wanted(client, step.each!.clients, camundaVersion))
          .map(client => ({
            client: client.key,
            text: fill(step.each!.text, placesOf(client)),
            link:
              step.each!.link && client.clientId
                ? link(step.each!.link, placesOf(client))
                : undefined,
          }))
      : [],
    links: (step.links ?? []).map(entry => link(entry, places)),
    snippet: step.snippet,
    notices: NOTICES.filter(
      ({ code, providerTypes, versions }) =>
        step.notices?.includes(code) &&
        providerTypes.includes(provider.type) &&
        (!versions || versions.includes(camundaVersion)),
    ),
  });
  const isOf = ({ versions }: GuideStep) =>
    !versions || versions.includes(camundaVersion);
  return {
    title: guide.title,
    steps: guide.steps.filter(isOf).map(filled),
    considerations: guide.considerations.filter(isOf).map(filled),
  };
}
