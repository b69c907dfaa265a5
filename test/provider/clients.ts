import type { ClientMetadata } from 'oidc-provider';
import {
  CAMUNDA_VERSIONS,
  COMPONENTS,
  postLogoutRedirectUris,
  redirectUris,
  type ClientKey,
} from 'backstage-plugin-camunda-identity-common/facts';

/**
 * The applications that the local provider knows: one for each of Camunda's clients, with the redirect
 * URIs that Camunda documents.
 */
export interface LocalClient {
  key: ClientKey;
  clientId: string;
  audience: string;
  /** Confidential clients only. For tests and the development portal; worthless elsewhere. */
  secret?: string;
  redirectUris: string[];
  postLogoutRedirectUris: string[];
  machine: boolean;
}

export const COMPONENT_URLS: Record<string, string> = {
  identity: 'https://identity.payments.example.com',
  operate: 'https://operate.payments.example.com',
  tasklist: 'https://tasklist.payments.example.com',
  optimize: 'https://optimize.payments.example.com',
  webModeler: 'https://modeler.payments.example.com',
  console: 'https://console.payments.example.com',
  orchestration: 'https://orchestration.payments.example.com',
  hub: 'https://hub.payments.example.com',
};

/**
 * Installations whose redirect URIs are registered: the one that is there from the start, and one for whoever
 * tries the template with `https://<component>.refunds.example.com`.
 */
const INSTALLATIONS = ['payments', 'refunds'];

/** A made-up tenant of the local stand-in for Entra. */
export const LOCAL_TENANT_ID = '5d0f2a61-7b84-4c1e-9a3d-2f6e8b0c4d17';

function kebab(key: ClientKey): string {
  return key
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace('.', '-')
    .toLowerCase();
}

/** A GUID that is always the same for a client, as an Entra application ID. */
function guidOf(index: number): string {
  return `0a1b2c3d-0000-4000-8000-${String(index + 1).padStart(12, '0')}`;
}

export function localClients(face: 'generic' | 'entra'): LocalClient[] {
  return COMPONENTS.flatMap(({ clients }) => clients).map((facts, index) => {
    const clientId =
      face === 'entra' ? guidOf(index) : `camunda-${kebab(facts.key)}`;
    return {
      key: facts.key,
      clientId,
      audience: face === 'entra' ? clientId : `${kebab(facts.key)}-api`,
      secret:
        facts.clientType === 'confidential'
          ? `local-${face}-${kebab(facts.key)}-secret`
          : undefined,
      redirectUris: INSTALLATIONS.flatMap(name =>
        redirectUris(
          facts,
          COMPONENT_URLS[facts.key.split('.')[0]]?.replace('payments', name),
        ),
      ),
      postLogoutRedirectUris: INSTALLATIONS.flatMap(name =>
        postLogoutRedirectUris(
          facts,
          COMPONENT_URLS[facts.key.split('.')[0]]?.replace('payments', name),
          CAMUNDA_VERSIONS[CAMUNDA_VERSIONS.length - 1],
        ),
      ),
      machine: facts.scopes === 'machine',
    };
  });
}

/** Camunda's Java client, which Connectors ask for tokens with, sends its secret in the form. */
function authMethodOf({ key, secret }: LocalClient) {
  if (!secret) return 'none';
  return key === 'connectors' ? 'client_secret_post' : 'client_secret_basic';
}

/** The same as `oidc-provider` wants it. */
export function clientMetadata(
  client: LocalClient,
  /** Of login tests, which every application that people sign in to has beside its own. */
  loginTestUri?: string,
): ClientMetadata {
  const interactive = client.redirectUris.length > 0;
  return {
    client_id: client.clientId,
    client_secret: client.secret,
    redirect_uris:
      interactive && loginTestUri
        ? [...client.redirectUris, loginTestUri]
        : client.redirectUris,
    post_logout_redirect_uris: client.postLogoutRedirectUris,
    response_types: interactive ? ['code'] : [],
    grant_types: [
      ...(interactive ? ['authorization_code', 'refresh_token'] : []),
      ...(client.secret ? ['client_credentials'] : []),
    ],
    token_endpoint_auth_method: authMethodOf(client),
  };
}
