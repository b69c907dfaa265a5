import { Document, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { ClientKey } from '../camunda';
import type { SecretPlace } from './secretPlace';
import type { ConfigFile } from './types';
import type { ConfigSource } from './ConfigSource';
import { documentText, quoted } from './yaml';

/*
 * application.yaml of the Spring components, as the pages from 8.8 on show it for Management Identity.
 */

/** Nested keys of a file. */
export type Tree = { [key: string]: Tree | string | boolean | string[] };

/** Spring takes the secret from the environment; the file never holds it. */
function placeholder(place: SecretPlace): string {
  return `\${${place.variable}}`;
}

function identity(values: ConfigSource): Tree {
  return {
    camunda: {
      identity: {
        type: values.type,
        baseUrl: values.url('identity'),
        issuer: values.issuer,
        issuerBackendUrl: values.issuerBackendUrl,
        authUrl: values.authUrl,
        tokenUrl: values.tokenUrl,
        jwksUrl: values.jwksUrl,
        clientId: values.clientId('identity'),
        clientSecret: placeholder(values.secret('identity', false)),
        audience: values.audience('identity'),
      },
    },
    identity: {
      initialClaimName: values.initialClaimName,
      initialClaimValue: values.initialClaimValue,
    },
    spring: { profiles: { active: 'oidc' } },
  };
}

function orchestration(values: ConfigSource): Tree {
  const claims = values.orchestrationClaims();
  const admins = values.adminUsers();
  return {
    camunda: {
      security: {
        authentication: {
          method: 'oidc',
          oidc: {
            'client-id': values.clientId('orchestration'),
            'client-secret': placeholder(values.secret('orchestration', false)),
            'issuer-uri': values.issuer,
            'redirect-uri': values.redirectUri('orchestration'),
            audiences: [values.audience('orchestration')],
            scope: values.scopes('orchestration'),
            'username-claim': claims.usernameClaim,
            'client-id-claim': claims.clientIdClaim,
            'prefer-username-claim': claims.preferUsernameClaim,
            ...(claims.groupsClaim
              ? { 'groups-claim': claims.groupsClaim }
              : {}),
            ...(values.userInfoDisabled()
              ? { 'user-info-enabled': false }
              : {}),
          },
        },
        ...(admins.length
          ? {
              initialization: { 'default-roles': { admin: { users: admins } } },
            }
          : {}),
      },
    },
  };
}

function connectors(values: ConfigSource): Tree {
  const scope = values.tokenScope('connectors');
  return {
    camunda: {
      client: {
        auth: {
          method: 'oidc',
          'client-id': values.clientId('connectors'),
          'client-secret': placeholder(values.secret('connectors', false)),
          'token-url': values.tokenUrl,
          audience: values.audience('connectors'),
          ...(scope ? { scope } : {}),
        },
      },
    },
  };
}

const WRITERS: ReadonlyArray<{
  client: ClientKey;
  container: string;
  write(values: ConfigSource): Tree;
}> = [
  { client: 'identity', container: 'identity', write: identity },
  { client: 'orchestration', container: 'orchestration', write: orchestration },
  { client: 'connectors', container: 'connectors', write: connectors },
];

function toYaml(tree: Tree): YAMLMap {
  const map = new YAMLMap();
  for (const [key, value] of Object.entries(tree))
    map.add({ key, value: toNode(value) });
  return map;
}

function toNode(value: Tree[string]): unknown {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'boolean') return new Scalar(value);
  if (!Array.isArray(value)) return toYaml(value);
  const seq = new YAMLSeq();
  for (const item of value) seq.add(quoted(item));
  return seq;
}

/** The keys of each container's file, for readers and tests that want more than text. */
export function applicationSections(
  values: ConfigSource,
  component: ClientKey | 'all',
): Array<{ client: ClientKey; container: string; tree: Tree }> {
  return WRITERS.filter(({ client }) => values.has(client))
    .filter(({ client }) => component === 'all' || component === client)
    .map(({ client, container, write }) => ({
      client,
      container,
      tree: write(values),
    }));
}

/** The files of the components that are configured this way, and all of them as one stream. */
export function writeApplicationYaml(
  values: ConfigSource,
  component: ClientKey | 'all',
): { files: ConfigFile[]; combined: ConfigFile } {
  const files = applicationSections(values, component).map(
    ({ container, tree }): ConfigFile => {
      const document = new Document(toYaml(tree));
      document.commentBefore = ` application.yaml of ${container}`;
      return {
        path: `${container}/application.yaml`,
        mediaType: 'application/yaml',
        content: documentText(document),
      };
    },
  );
  return {
    files,
    combined: {
      path: 'application.yaml',
      mediaType: 'application/yaml',
      content: files.map(({ content }) => content).join('---\n'),
    },
  };
}
