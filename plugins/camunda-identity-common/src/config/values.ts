import {
  findClient,
  versionsBetween,
  type CamundaVersion,
  type ClientKey,
  type ProviderType,
} from '../camunda';
import { finding, type Finding } from '../checks';
import { clientSettings, operateAudience } from '../connections/clientSettings';
import { describeClients } from '../connections/clients';
import { resolveProvider, type ProviderContext } from '../providers';
import {
  orchestrationClaims,
  type OrchestrationClaims,
} from './orchestrationClaims';
import {
  clientTitle,
  secretAssumed,
  secretPlace,
  type SecretPlace,
} from './secretPlace';
import type { ConfigInput } from './types';

/** Placeholders, as the page writes them. */
const PLACEHOLDERS = {
  authUrl: '<AUTHORIZATION_URL_ENDPOINT>',
  tokenUrl: '<TOKEN_URL_ENDPOINT>',
  jwksUrl: '<JWKS_URL>',
  audience: '<AUDIENCE>',
  clientId: '<CLIENT_ID>',
  initialClaimValue: '<INITIAL_CLAIM_VALUE>',
} as const;

/**
 * Every value that a writer can ask for, with placeholders for what is not known. Collects the findings
 * of what was asked for and not known, each once.
 */
export class ConfigValues {
  readonly #input: ConfigInput;
  readonly #resolved: ReturnType<typeof resolveProvider>;
  readonly #providers: ProviderContext;
  readonly #findings = new Map<string, Finding>();

  constructor(input: ConfigInput, providers: ProviderContext) {
    this.#input = input;
    this.#providers = providers;
    this.#resolved = resolveProvider(
      input.provider,
      providers,
      input.discovered,
    );
  }

  get version(): CamundaVersion {
    return this.#input.camundaVersion;
  }

  get type(): ProviderType {
    return this.#input.provider.type;
  }

  get issuer(): string {
    return this.#resolved.issuer;
  }

  get issuerBackendUrl(): string {
    return this.#resolved.issuerBackendUrl;
  }

  get authUrl(): string {
    return this.#endpoint('authUrl', 'authorization endpoint');
  }

  get tokenUrl(): string {
    return this.#endpoint('tokenUrl', 'token endpoint');
  }

  get jwksUrl(): string {
    return this.#endpoint('jwksUrl', 'key set (JWKS)');
  }

  get wellKnown(): string {
    return (
      this.#input.components.console?.wellKnown ?? this.#resolved.wellKnown
    );
  }

  get initialClaimName(): string {
    return this.#input.initialClaim.name;
  }

  get initialClaimValue(): string {
    return this.#input.initialClaim.value ?? PLACEHOLDERS.initialClaimValue;
  }

  get findings(): Finding[] {
    return [...this.#findings.values()];
  }

  /** The version has the client, and the record too. */
  has(client: ClientKey): boolean {
    return (
      findClient(client, this.version) !== undefined &&
      this.#settings(client) !== undefined
    );
  }

  url(client: ClientKey): string {
    return this.#settings(client)?.url?.replace(/\/+$/, '') ?? '';
  }

  clientId(client: ClientKey): string {
    const { clientId } = this.#settings(client) ?? {};
    if (clientId) return clientId;
    return this.#missing(client, 'client ID', PLACEHOLDERS.clientId);
  }

  audience(client: ClientKey): string {
    const { audience } = this.#settings(client) ?? {};
    if (audience) return audience;
    return this.#missing(client, 'audience', PLACEHOLDERS.audience);
  }

  tokenScope(client: ClientKey): string | undefined {
    return this.#settings(client)?.tokenScope;
  }

  operateAudience(): string {
    const { components, provider } = this.#input;
    return (
      operateAudience(components, provider.type) ??
      this.#missing('connectors', 'Operate audience', PLACEHOLDERS.audience)
    );
  }

  /** The first redirect URI of a client. */
  redirectUri(client: ClientKey): string {
    const described = describeClients(this.#input);
    return described.find(({ key }) => key === client)?.redirectUris[0] ?? '';
  }

  /** Entra's UserInfo endpoint refuses the token of a cluster from 8.9 on (camunda issue 49811). */
  userInfoDisabled(): boolean {
    return (
      this.type === 'MICROSOFT' &&
      versionsBetween('8.9', '8.10').includes(this.version)
    );
  }

  /** Scopes of a client's sign-in. */
  scopes(client: ClientKey): string[] {
    return (
      describeClients(this.#input).find(({ key }) => key === client)?.scopes ??
      []
    );
  }

  /** @throws Error where the record has no Orchestration Cluster */
  orchestrationClaims(): OrchestrationClaims {
    return orchestrationClaims(
      this.#orchestration(),
      this.#input.provider,
      this.#providers,
    );
  }

  /**
   * First administrators of the Orchestration Cluster: those of the record, else the initial claim's
   * person where both claims are the same.
   */
  adminUsers(): string[] {
    const { adminUsers } = this.#orchestration();
    if (adminUsers?.length) return adminUsers;
    const { name, value } = this.#input.initialClaim;
    if (name === this.orchestrationClaims().usernameClaim && value)
      return [value];
    this.#report(
      'adminUsers',
      finding(
        'config.admin-user-missing',
        'warn',
        { kind: 'client', client: 'orchestration' },
        {
          message: `The Orchestration Cluster has no administrator: the record names no adminUsers, and its initial claim is not ${
            this.orchestrationClaims().usernameClaim
          }`,
        },
      ),
    );
    return [];
  }

  connectorsInbound(): boolean {
    return this.#input.components.connectors?.mode === 'inbound';
  }

  /** @param inKubernetes - the form names a Kubernetes Secret, so an assumed one is reported */
  secret(client: ClientKey, inKubernetes: boolean): SecretPlace {
    const { name, camundaVersion } = this.#input;
    const place = secretPlace(name, client, this.#settings(client)?.secret);
    if (place.assumed && (inKubernetes || !place.fromEnv)) {
      const title = clientTitle(client, camundaVersion);
      this.#report(`secret ${client}`, secretAssumed(client, place, title));
    }
    return place;
  }

  #orchestration() {
    const { orchestration } = this.#input.components;
    if (!orchestration) throw new Error('No Orchestration Cluster');
    return orchestration;
  }

  #settings(client: ClientKey) {
    const { components, provider } = this.#input;
    return clientSettings(components, client, provider.type);
  }

  #endpoint(key: 'authUrl' | 'tokenUrl' | 'jwksUrl', title: string): string {
    const url = this.#resolved[key];
    if (url) return url;
    this.#report(
      key,
      finding(
        'config.endpoint-missing',
        'warn',
        { kind: 'provider' },
        {
          message: `The ${title} is not known; ${PLACEHOLDERS[key]} stands in its place`,
        },
      ),
    );
    return PLACEHOLDERS[key];
  }

  #missing(client: ClientKey, what: string, placeholder: string): string {
    const title = clientTitle(client, this.#input.camundaVersion);
    this.#report(
      `${what} ${client}`,
      finding(
        'config.value-missing',
        'warn',
        { kind: 'client', client },
        {
          message: `${title} has no ${what}; ${placeholder} stands in its place`,
        },
      ),
    );
    return placeholder;
  }

  #report(key: string, entry: Finding) {
    this.#findings.set(key, entry);
  }
}
