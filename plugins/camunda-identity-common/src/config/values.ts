import {
  findClient,
  machineClientKey,
  takesCertificate,
  withoutTrailingSlash,
  type CamundaVersion,
  type ClientKey,
  type MachineClientKey,
  type ProviderType,
} from '../camunda';
import type { Finding } from '../checks';
import {
  clientSettings,
  operateAudience,
  type ClientSettings,
} from '../connections/clientSettings';
import { describeClients } from '../connections/clients';
import { resolveProvider, type ProviderContext } from '../providers';
import { certificatePlace, type CertificatePlace } from './certificatePlace';
import {
  headerSize,
  isUserInfoRefused,
  type AdminRule,
  type ConfigSource,
} from './ConfigSource';
import { MissingValues } from './MissingValues';
import {
  defaultClaims,
  orchestrationClaims,
  type OrchestrationClaims,
} from './orchestrationClaims';
import { secretPlace, type SecretPlace } from './secretPlace';
import type { ConfigInput } from './types';

/** Stands in files where the reader may not see the value, or nobody gave one. */
const CLAIM_PLACEHOLDER = '<INITIAL_CLAIM_VALUE>';

/** Name of the mapping rule that makes the holder of the initial claim an administrator of the cluster. */
const ADMIN_RULE = 'initial-claim';

/** The values of a record, with placeholders for what is not known. */
export class ConfigValues implements ConfigSource {
  readonly #input: ConfigInput;
  readonly #resolved: ReturnType<typeof resolveProvider>;
  readonly #providers: ProviderContext;
  readonly #missing: MissingValues;
  readonly #settings = new Map<ClientKey, ClientSettings | undefined>();
  #described?: ReturnType<typeof describeClients>;

  constructor(input: ConfigInput, providers: ProviderContext) {
    this.#input = input;
    this.#providers = providers;
    this.#missing = new MissingValues(input.camundaVersion);
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
    return (
      this.#resolved.authUrl ??
      this.#missing.endpoint('authUrl', 'authorization endpoint')
    );
  }

  get tokenUrl(): string {
    return (
      this.#resolved.tokenUrl ??
      this.#missing.endpoint('tokenUrl', 'token endpoint')
    );
  }

  get jwksUrl(): string {
    return (
      this.#resolved.jwksUrl ??
      this.#missing.endpoint('jwksUrl', 'key set (JWKS)')
    );
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
    return this.#input.initialClaim.value ?? CLAIM_PLACEHOLDER;
  }

  get findings(): Finding[] {
    return this.#missing.findings;
  }

  has(client: ClientKey): boolean {
    return (
      findClient(client, this.version) !== undefined &&
      this.#client(client) !== undefined
    );
  }

  url(client: ClientKey): string {
    return withoutTrailingSlash(this.#client(client)?.url ?? '');
  }

  clientId(client: ClientKey): string {
    return (
      this.#client(client)?.clientId ||
      this.#missing.value(client, 'client ID', '<CLIENT_ID>')
    );
  }

  audience(client: ClientKey): string {
    return (
      this.#client(client)?.audience ||
      this.#missing.value(client, 'audience', '<AUDIENCE>')
    );
  }

  tokenScope(client: ClientKey): string | undefined {
    return this.#client(client)?.tokenScope;
  }

  operateAudience(): string {
    const { provider } = this.#input;
    return (
      operateAudience(this.#input, provider.type) ??
      this.#missing.value('connectors', 'Operate audience', '<AUDIENCE>')
    );
  }

  redirectUri(client: ClientKey): string {
    return this.#describe(client)?.redirectUris[0] ?? '';
  }

  userInfoDisabled(): boolean {
    return isUserInfoRefused(this.type, this.version);
  }

  customScopes(): readonly string[] {
    return this.#input.provider.scopes ?? [];
  }

  scopes(client: ClientKey): string[] {
    return this.#describe(client)?.scopes ?? [];
  }

  audiences(client: 'orchestration' | 'optimize'): readonly string[] {
    const ui = this.modelerUi();
    // Its own section says where the UI's is not known.
    const caller = ui && this.#client(ui)?.audience;
    return [
      ...new Set([
        this.clientId(client),
        this.audience(client),
        ...(caller ? [caller] : []),
      ]),
    ];
  }

  headerSize(): string | undefined {
    return headerSize(this.type, this.version);
  }

  orchestrationClaims(): OrchestrationClaims {
    return orchestrationClaims(
      this.#orchestration(),
      this.#input.provider,
      this.#providers,
    );
  }

  tokenClaims(): OrchestrationClaims {
    return this.has('orchestration')
      ? this.orchestrationClaims()
      : defaultClaims(this.#input.provider, this.#providers);
  }

  displayNameClaim(): string {
    return this.tokenClaims().usernameClaim;
  }

  /** Those of the record, else the initial claim's person where both claims are the same. */
  adminUsers(): string[] {
    const { adminUsers } = this.#orchestration();
    if (adminUsers?.length) return adminUsers;
    const { usernameClaim } = this.orchestrationClaims();
    // A value that this reader may not see is still a value: its placeholder stands here too.
    return this.#input.initialClaim.name === usernameClaim
      ? [this.initialClaimValue]
      : [];
  }

  /** Where nobody is named by the username claim, the initial claim's person is found by that claim. */
  adminRule(): AdminRule | undefined {
    if (this.adminUsers().length > 0) return undefined;
    this.#missing.adminUsers(
      this.orchestrationClaims().usernameClaim,
      this.initialClaimName,
    );
    return {
      id: ADMIN_RULE,
      claimName: this.initialClaimName,
      claimValue: this.initialClaimValue,
    };
  }

  modelerUi(): ClientKey | undefined {
    return (['webModeler.ui', 'hub.ui'] as const).find(key => this.has(key));
  }

  machineClients(): readonly MachineClientKey[] {
    return (this.#input.machineClients ?? []).map(({ name }) =>
      machineClientKey(name),
    );
  }

  certificate(client: ClientKey): CertificatePlace | undefined {
    const facts = findClient(client, this.version);
    const { certificate } = this.#client(client) ?? {};
    if (
      !certificate ||
      !facts ||
      !takesCertificate(facts, this.version, this.type)
    )
      return undefined;
    return certificatePlace(
      this.#input.name,
      client,
      certificate,
      this.#missing.value(
        client,
        'name of its key in the store',
        '<KEY_ALIAS>',
      ),
    );
  }

  connectorsInbound(): boolean {
    return this.#input.components.connectors?.mode === 'inbound';
  }

  secret(client: ClientKey, inKubernetes: boolean): SecretPlace {
    const { secret } = this.#client(client) ?? {};
    const place = secretPlace(this.#input.name, client, secret);
    if (place.assumed && (inKubernetes || !place.fromEnv))
      this.#missing.secret(client, place);
    return place;
  }

  #orchestration() {
    const { orchestration } = this.#input.components;
    if (!orchestration) throw new Error('No Orchestration Cluster');
    return orchestration;
  }

  #client(client: ClientKey): ClientSettings | undefined {
    if (!this.#settings.has(client)) {
      const { provider } = this.#input;
      this.#settings.set(
        client,
        clientSettings(this.#input, client, provider.type),
      );
    }
    return this.#settings.get(client);
  }

  #describe(client: ClientKey) {
    this.#described ??= describeClients(this.#input);
    return this.#described.find(({ key }) => key === client);
  }
}
