import { findClient } from './lookup';
import type { ClientKey, ProviderType } from './types';
import { since, until, type CamundaVersion } from './versions';

/**
 * How a component reads who has signed in.
 *
 * @public
 */
export interface SignInFacts {
  clients: readonly ClientKey[];
  versions: readonly CamundaVersion[];
  /**
   * `access-token`: only a JWT will do. `access-token-first`: where the access token cannot be read, the ID
   * token and UserInfo.
   */
  claimsFrom: 'access-token' | 'access-token-first';
  /**
   * The claim by which it knows people: any of these, `configured` where the record names it; absent where
   * nobody documents one.
   */
  userName?: Readonly<Record<ProviderType, readonly string[]>> | 'configured';
  /** It needs the person's e-mail address. */
  needsEmail?: boolean;
  source: string;
}

const both = (...names: string[]) => ({ GENERIC: names, MICROSOFT: names });

/** What is known of each component that people sign in to. */
const SIGN_INS: readonly SignInFacts[] = [
  {
    clients: ['identity'],
    versions: until('8.8'),
    claimsFrom: 'access-token',
    source: 'Camunda Identity SDK, token verification',
  },
  {
    clients: ['identity'],
    versions: since('8.9'),
    claimsFrom: 'access-token',
    userName: {
      GENERIC: ['preferred_username'],
      MICROSOFT: ['preferred_username', 'unique_name'],
    },
    source:
      'Camunda docs, Management Identity, CAMUNDA_IDENTITY_USERNAMECLAIM; Helm guide "Microsoft Entra ID" of 8.10',
  },
  {
    clients: ['operate', 'tasklist'],
    versions: until('8.7'),
    claimsFrom: 'access-token',
    source: 'Operate and Tasklist IdentityService; Camunda Identity SDK',
  },
  {
    clients: ['optimize'],
    versions: until('8.9'),
    claimsFrom: 'access-token',
    source: 'Optimize, CCSMTokenService; Camunda Identity SDK',
  },
  {
    clients: ['webModeler.ui'],
    versions: until('8.9'),
    claimsFrom: 'access-token',
    userName: both('name'),
    needsEmail: true,
    source: 'Camunda docs, Web Modeler, CAMUNDA_IDENTITY_USERNAMECLAIM',
  },
  {
    clients: ['hub.ui'],
    versions: since('8.10'),
    claimsFrom: 'access-token',
    userName: both('name'),
    needsEmail: true,
    source: 'Camunda docs 8.10, Hub, CAMUNDA_IDENTITY_USERNAMECLAIM',
  },
  {
    clients: ['console'],
    versions: until('8.9'),
    claimsFrom: 'access-token',
    source: 'Camunda docs, Console',
  },
  {
    clients: ['orchestration'],
    versions: since('8.8'),
    claimsFrom: 'access-token-first',
    userName: 'configured',
    source:
      'Camunda, OidcUserAuthenticationConverter and prefer-id-token-claims; Camunda docs, username-claim',
  },
  {
    clients: ['optimize'],
    versions: since('8.10'),
    claimsFrom: 'access-token-first',
    userName: 'configured',
    source:
      'Camunda docs 8.10, "Upgrade Camunda components from 8.9 to 8.10", claims of Optimize',
  },
];

/**
 * How the component of a client reads who has signed in.
 *
 * @returns undefined for a client that nobody signs in to
 * @public
 */
export function signInOf(
  client: ClientKey,
  version: CamundaVersion,
): SignInFacts | undefined {
  const facts = findClient(client, version);
  if (!facts?.grantTypes.includes('authorization_code')) return undefined;
  return SIGN_INS.find(
    ({ clients, versions }) =>
      clients.includes(client) && versions.includes(version),
  );
}
