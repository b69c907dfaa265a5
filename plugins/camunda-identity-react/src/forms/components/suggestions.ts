import {
  needsSecret,
  type ClientFacts,
  type ComponentFacts,
  type ComponentKey,
} from 'backstage-plugin-camunda-identity-common/facts';
import {
  clientSlug,
  secretVariable,
} from 'backstage-plugin-camunda-identity-common/schema';
import { clientPath, urlPath, valueAt, withValue } from '../paths';

/**
 * A record's `components` as entered so far.
 *
 * @public
 */
export type ComponentsDraft = Record<string, unknown>;

/**
 * A host for each component, or one host with a path for each.
 *
 * @public
 */
export type Layout = 'hosts' | 'paths';

/**
 * Where Camunda finds client secrets; `later`: nowhere yet, or stored in the portal afterwards.
 *
 * @public
 */
export type SecretSource = 'kubernetes' | 'env' | 'later';

/**
 * Answers that are asked once, from which the rest is suggested.
 *
 * @public
 */
export interface Installation {
  /** Such as `camunda.example.com`. */
  domain: string;
  layout: Layout;
  /** Name of the connection, the prefix of client IDs. */
  name: string;
  secrets: SecretSource;
  /** Name of the Kubernetes Secret that contains all of them. */
  kubernetesSecret: string;
  /** The provider assigns client IDs, so they are not known yet. */
  idsComeLater: boolean;
}

/** Host label and path of each component in most installations of the chart. */
const PLACES: Partial<Record<ComponentKey, [host: string, path: string]>> = {
  identity: ['identity', '/identity'],
  operate: ['operate', '/operate'],
  tasklist: ['tasklist', '/tasklist'],
  optimize: ['optimize', '/optimize'],
  webModeler: ['modeler', '/modeler'],
  console: ['console', '/console'],
  orchestration: ['orchestration', '/orchestration'],
  hub: ['hub', '/hub'],
};

function suggestedUrl(
  component: ComponentFacts,
  { domain, layout }: Installation,
): string | undefined {
  const place = PLACES[component.key];
  const host = domain
    .trim()
    .replace(/^https?:\/\//i, '')
    .split('/')[0];
  if (!host || !place) return undefined;
  return layout === 'hosts'
    ? `https://${place[0]}.${host}`
    : `https://${host}${place[1]}`;
}

function suggestedClientId(
  facts: ClientFacts,
  { name, idsComeLater }: Installation,
): string | undefined {
  // Recognised everywhere as a placeholder for a client ID that is not known yet.
  if (idsComeLater) return `<client ID of ${facts.title}>`;
  return `${name || 'camunda'}-${clientSlug(facts.key)}`;
}

function suggestedSecret(
  facts: ClientFacts,
  { secrets, kubernetesSecret }: Installation,
): unknown {
  switch (secrets) {
    case 'kubernetes':
      return {
        kubernetesSecret: {
          name: kubernetesSecret,
          key: `${facts.key}-secret`,
        },
      };
    case 'env':
      return { env: { name: secretVariable(facts.key) } };
    default:
      return undefined;
  }
}

/** A value that is not filled in yet. */
interface Suggestion {
  /** In the record. */
  path: string;
  value: unknown;
}

function suggestions(
  component: ComponentFacts,
  installation: Installation,
): Suggestion[] {
  const url = urlPath(component);
  return [
    ...(url
      ? [{ path: url, value: suggestedUrl(component, installation) }]
      : []),
    ...component.clients.flatMap(facts => {
      const path = clientPath(facts.key);
      const clientId = suggestedClientId(facts, installation);
      // Entra's audience is the client ID, and that of Connectors the cluster's; both are defaults.
      const ownAudience =
        !installation.idsComeLater && facts.key !== 'connectors';
      return [
        { path: `${path}.clientId`, value: clientId },
        ...(ownAudience ? [{ path: `${path}.audience`, value: clientId }] : []),
        ...(needsSecret(facts)
          ? [
              {
                path: `${path}.secret`,
                value: suggestedSecret(facts, installation),
              },
            ]
          : []),
      ];
    }),
  ];
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * Prefills components that are switched on from the installation, keeping what was typed.
 *
 * @param before - the installation from which the current values were suggested
 *
 * @public
 */
export function withSuggestions(
  data: ComponentsDraft,
  components: readonly ComponentFacts[],
  before: Installation,
  after: Installation,
): ComponentsDraft {
  let result: object = { components: data };
  for (const component of components) {
    if (data[component.key] === undefined) continue;
    const earlier = suggestions(component, before);
    for (const { path, value } of suggestions(component, after)) {
      const current = valueAt(result, path);
      const old = earlier.find(entry => entry.path === path);
      const isOpen =
        current === undefined || current === '' || same(current, old?.value);
      if (isOpen && !same(current, value))
        result = withValue(result, path, value);
    }
  }
  return valueAt(result, 'components') as ComponentsDraft;
}

/**
 * Infers the installation from which values were suggested.
 *
 * @public
 */
export function installationOf(
  data: ComponentsDraft,
  defaults: Installation,
): Installation {
  const url = valueAt(data, 'identity.url');
  if (typeof url !== 'string' || !URL.canParse(url)) return defaults;
  const { host, pathname } = new URL(url);
  if (pathname === '/identity')
    return { ...defaults, domain: host, layout: 'paths' };
  return host.startsWith('identity.')
    ? { ...defaults, domain: host.slice('identity.'.length), layout: 'hosts' }
    : defaults;
}
