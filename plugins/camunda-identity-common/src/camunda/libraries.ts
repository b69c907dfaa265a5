import type { ClientKey } from './types';
import { since, until, type CamundaVersion } from './versions';

/**
 * How a client proves at the token endpoint who it is (OpenID Connect Core 1.0 section 9).
 *
 * @public
 */
export type ClientAuthentication =
  | 'client_secret_basic'
  | 'client_secret_post'
  | 'private_key_jwt'
  | 'none';

/**
 * What a library that Camunda's components are built with takes of tokens, and how it authenticates.
 *
 * @public
 */
export interface LibraryFacts {
  library: string;
  versions: readonly CamundaVersion[];
  /** Applications whose component is built with it. */
  clients: readonly ClientKey[];
  /** Signatures of access tokens that the component verifies; empty where it verifies none. */
  accessTokenAlgorithms: readonly string[];
  /** Signatures of ID tokens that it takes unless it is told otherwise; empty where it takes part in no sign-in. */
  idTokenAlgorithms: readonly string[];
  /** The first is what it does unless it is told otherwise. */
  clientAuthentication: readonly ClientAuthentication[];
  /**
   * Reads every member of a discovery document that is described, and refuses the document where one is of
   * another type or a list is missing (Nimbus OIDCProviderMetadata).
   */
  readsWholeDocument?: boolean;
  source: string;
}

/** RSA and EC. Neither library takes RSA-PSS (PS256 and so on) without a decoder of one's own. */
const RSA_AND_EC = ['RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512'];

/**
 * Algorithms and client authentication by version and component. Checks, guides and rules of the
 * record read them here.
 *
 * @public
 */
export const LIBRARIES: readonly LibraryFacts[] = [
  {
    library: 'Identity SDK',
    versions: until('8.7'),
    clients: ['identity'],
    accessTokenAlgorithms: RSA_AND_EC,
    idTokenAlgorithms: ['RS256'],
    clientAuthentication: ['client_secret_basic', 'client_secret_post'],
    source: 'Camunda Identity SDK, authentication and token verification',
  },
  {
    library: 'Identity SDK',
    versions: since('8.8'),
    clients: ['identity'],
    accessTokenAlgorithms: RSA_AND_EC,
    idTokenAlgorithms: ['RS256'],
    clientAuthentication: [
      'client_secret_basic',
      'client_secret_post',
      'private_key_jwt',
    ],
    source:
      'Camunda Identity SDK, authentication and token verification; Camunda docs, "Microsoft Entra ID certificate authentication"',
  },
  {
    library: 'Identity SDK',
    versions: until('8.9'),
    clients: ['optimize', 'webModeler.api'],
    accessTokenAlgorithms: RSA_AND_EC,
    idTokenAlgorithms: ['RS256'],
    clientAuthentication: ['client_secret_basic', 'client_secret_post'],
    source:
      'Camunda Identity SDK; Optimize, CCSMSecurityConfigurerAdapter; Web Modeler restapi',
  },
  {
    library: 'Identity SDK',
    versions: until('8.7'),
    clients: ['operate', 'tasklist', 'zeebe'],
    accessTokenAlgorithms: RSA_AND_EC,
    idTokenAlgorithms: ['RS256'],
    clientAuthentication: ['client_secret_basic', 'client_secret_post'],
    source: 'Camunda Identity SDK; Operate and Tasklist IdentityService',
  },
  {
    library: 'Spring Security',
    versions: since('8.8'),
    clients: ['orchestration'],
    accessTokenAlgorithms: RSA_AND_EC,
    idTokenAlgorithms: ['RS256'],
    clientAuthentication: ['client_secret_basic', 'private_key_jwt'],
    readsWholeDocument: true,
    source:
      'camunda.security.authentication.oidc.client-authentication-method and id-token-algorithm; Spring Security OidcIdTokenDecoderFactory; Nimbus JWSAlgorithm families RSA and EC of TokenValidatorFactory',
  },
  {
    library: 'Spring Security',
    versions: since('8.10'),
    clients: ['optimize'],
    accessTokenAlgorithms: RSA_AND_EC,
    idTokenAlgorithms: ['RS256'],
    clientAuthentication: ['client_secret_basic', 'private_key_jwt'],
    readsWholeDocument: true,
    source:
      'Camunda docs 8.10, "Optimize authentication": the same camunda.security settings as the Orchestration Cluster',
  },
  {
    // Hub has settings of its own. Its API is called with tokens of this application, and asks for none itself.
    library: 'Callers of the API',
    versions: since('8.10'),
    clients: ['hub.api'],
    accessTokenAlgorithms: RSA_AND_EC,
    idTokenAlgorithms: ['RS256'],
    clientAuthentication: ['client_secret_basic', 'client_secret_post'],
    source:
      'Camunda docs 8.10, "Authentication" of Hub: not the settings of the Orchestration Cluster; page of 8.10: an application with a secret',
  },
  {
    library: 'Browser',
    versions: until('8.9'),
    clients: ['webModeler.ui', 'console'],
    accessTokenAlgorithms: [],
    idTokenAlgorithms: ['RS256'],
    clientAuthentication: ['none'],
    source: 'Page, Entra tab: single-page applications',
  },
  {
    library: 'Browser',
    versions: since('8.10'),
    clients: ['hub.ui'],
    accessTokenAlgorithms: [],
    idTokenAlgorithms: ['RS256'],
    clientAuthentication: ['none'],
    source: 'Page of 8.10, Entra tab: single-page applications',
  },
  {
    library: 'Camunda Java client',
    versions: until('8.7'),
    clients: ['connectors'],
    accessTokenAlgorithms: [],
    idTokenAlgorithms: [],
    clientAuthentication: ['client_secret_post'],
    source:
      'Camunda Java client, OAuthCredentialsProvider: client_id and client_secret in the form',
  },
  {
    library: 'Camunda Java client',
    versions: since('8.8'),
    clients: ['connectors'],
    accessTokenAlgorithms: [],
    idTokenAlgorithms: [],
    clientAuthentication: ['client_secret_post', 'private_key_jwt'],
    source:
      'Camunda Java client, OAuthCredentialsProvider: client_id and client_secret in the form; Camunda Spring Boot Starter, camunda.client.auth.client-assertion',
  },
];

/** Applications that call Camunda ask for tokens with its Java client, or as it does. */
const MACHINE = 'machine.';

/**
 * The library behind an application.
 *
 * @returns undefined for an application that the version does not have
 * @public
 */
export function libraryOf(
  client: ClientKey,
  version: CamundaVersion,
): LibraryFacts | undefined {
  const key = client.startsWith(MACHINE) ? 'connectors' : client;
  return LIBRARIES.find(
    ({ clients, versions }) =>
      clients.includes(key) && versions.includes(version),
  );
}

/** What every component of a version takes; those that take nothing of the kind are not asked. */
function commonTo(
  version: CamundaVersion,
  member: 'accessTokenAlgorithms' | 'idTokenAlgorithms',
): readonly string[] {
  const lists = LIBRARIES.filter(
    ({ versions, [member]: list }) =>
      versions.includes(version) && list.length > 0,
  ).map(entry => entry[member]);
  return (lists[0] ?? []).filter(name =>
    lists.every(list => list.includes(name)),
  );
}

/**
 * Signatures of access tokens that every component of a version verifies.
 *
 * @public
 */
export function accessTokenAlgorithms(
  version: CamundaVersion,
): readonly string[] {
  return commonTo(version, 'accessTokenAlgorithms');
}

/**
 * Signatures of ID tokens that every component of a version takes unless it is told otherwise.
 *
 * @public
 */
export function idTokenAlgorithms(version: CamundaVersion): readonly string[] {
  return commonTo(version, 'idTokenAlgorithms');
}

/**
 * True where a component of the version refuses a discovery document with a member of the wrong type, or
 * without a list that has to be there.
 *
 * @public
 */
export function refusesFaultyDocuments(version: CamundaVersion): boolean {
  return LIBRARIES.some(
    ({ versions, readsWholeDocument }) =>
      readsWholeDocument && versions.includes(version),
  );
}

/**
 * How an application is to be registered at a provider that wants one way of client authentication: the way in
 * which its component sends a secret.
 *
 * @public
 */
export function registeredAuthentication(
  client: ClientKey,
  version: CamundaVersion,
): 'none' | 'client_secret_basic' | 'client_secret_post' {
  const known = libraryOf(client, version)?.clientAuthentication ?? [];
  return (
    known.find(method => method !== 'private_key_jwt') ?? 'client_secret_basic'
  );
}
