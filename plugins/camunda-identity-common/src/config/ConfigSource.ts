import { needsLargeHeaders } from '../camunda/traits';
import {
  asksUserInfo,
  type ClientKey,
  type MachineClientKey,
  type ProviderType,
  type CamundaVersion,
} from '../camunda';
import type { CertificatePlace } from './certificatePlace';
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
  /**
   * Every audience that a component has to accept: its client ID, which ID tokens have, its own, and that of the
   * modeler's UI, which calls it with the token of its user.
   */
  audiences(client: 'orchestration' | 'optimize'): readonly string[];
  /** Entra's UserInfo endpoint refuses the token of a cluster from 8.9 on (camunda issue 49811). */
  userInfoDisabled(): boolean;
  /** Most bytes of a request's header that the cluster has to take; undefined for its default. */
  headerSize(): string | undefined;
  /** @throws Error where there is no Orchestration Cluster */
  orchestrationClaims(): OrchestrationClaims;
  /** How tokens of this provider are read, by the cluster if there is one. */
  tokenClaims(): OrchestrationClaims;
  /** The claim with the name that people see in the modeler; the chart takes the cluster's. */
  displayNameClaim(): string;
  /** First administrators of the Orchestration Cluster. */
  adminUsers(): string[];
  /** A mapping rule that makes the first administrator one of the Orchestration Cluster, too. */
  adminRule(): AdminRule | undefined;
  /** The UI that deploys into the cluster, Web Modeler's or Hub's; undefined where there is none. */
  modelerUi(): ClientKey | undefined;
  /** Applications of the team's own. */
  machineClients(): readonly MachineClientKey[];
  /** The key store by which a client proves itself; undefined where it has a secret. */
  certificate(client: ClientKey): CertificatePlace | undefined;
  connectorsInbound(): boolean;
  /** @param inKubernetes - the form names a Kubernetes Secret, so an assumed one is reported */
  secret(client: ClientKey, inKubernetes: boolean): SecretPlace;
}

/** Whoever has a claim gets a role. */
export interface AdminRule {
  id: string;
  claimName: string;
  claimValue: string;
}

/** See {@link ConfigSource.headerSize}: Camunda docs 8.10, Helm guide "Microsoft Entra ID". */
export function headerSize(
  type: ProviderType,
  version: CamundaVersion,
): string | undefined {
  return type === 'MICROSOFT' && needsLargeHeaders(version)
    ? '65536'
    : undefined;
}

/** See {@link ConfigSource.userInfoDisabled}. */
export function isUserInfoRefused(
  type: ProviderType,
  version: CamundaVersion,
): boolean {
  return type === 'MICROSOFT' && asksUserInfo(version);
}
