import type { CamundaVersion, ClientKey, ProviderType } from '../camunda';
import type { OrchestrationClaims } from './orchestrationClaims';
import type { SecretPlace } from './secretPlace';

/**
 * Where writers take their values from: a record, or (for readers) the names of a record's members. So the
 * same code says what a form holds and where each of its keys belongs.
 */
export interface ConfigSource {
  readonly version: CamundaVersion;
  readonly type: ProviderType;
  readonly issuer: string;
  readonly issuerBackendUrl: string;
  readonly authUrl: string;
  readonly tokenUrl: string;
  readonly jwksUrl: string;
  readonly wellKnown: string;
  readonly initialClaimName: string;
  readonly initialClaimValue: string;
  /** The version has the client, and the record too. */
  has(client: ClientKey): boolean;
  /** Base URL without a trailing slash. */
  url(client: ClientKey): string;
  clientId(client: ClientKey): string;
  audience(client: ClientKey): string;
  /** Scope of a client-credentials request. */
  tokenScope(client: ClientKey): string | undefined;
  /** Audience of Operate for Connectors in inbound mode. */
  operateAudience(): string;
  /** The first redirect URI of a client. */
  redirectUri(client: ClientKey): string;
  /** The provider's own list of sign-in scopes; empty where the record has none. */
  customScopes(): readonly string[];
  /** Scopes of a client's sign-in. */
  scopes(client: ClientKey): string[];
  /** Entra's UserInfo endpoint refuses the token of a cluster from 8.9 on (camunda issue 49811). */
  userInfoDisabled(): boolean;
  /** @throws Error where there is no Orchestration Cluster */
  orchestrationClaims(): OrchestrationClaims;
  /** First administrators of the Orchestration Cluster. */
  adminUsers(): string[];
  connectorsInbound(): boolean;
  /** @param inKubernetes - the form names a Kubernetes Secret, so an assumed one is reported */
  secret(client: ClientKey, inKubernetes: boolean): SecretPlace;
}

/** See {@link ConfigSource.userInfoDisabled}. */
export function isUserInfoRefused(
  type: ProviderType,
  version: CamundaVersion,
): boolean {
  return type === 'MICROSOFT' && ['8.9', '8.10'].includes(version);
}
