import type { ClientKey, ProviderType } from '../camunda';
import { finding, type Finding } from '../checks';
import { clientSettings, operateAudience } from '../connections/clientSettings';
import { resolveProvider, type ProviderContext } from '../providers';
import {
  clientTitle,
  secretAssumed,
  secretPlace,
  type SecretPlace,
} from './secretPlace';
import type { ConfigInput } from './types';

/** Placeholders, as the page writes them. */
const PLACEHOLDERS = {
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
  readonly #findings = new Map<string, Finding>();

  constructor(input: ConfigInput, providers: ProviderContext) {
    this.#input = input;
    this.#resolved = resolveProvider(
      input.provider,
      providers,
      input.discovered,
    );
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

  has(client: ClientKey): boolean {
    return this.#settings(client) !== undefined;
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

  #settings(client: ClientKey) {
    const { components, provider } = this.#input;
    return clientSettings(components, client, provider.type);
  }

  #endpoint(key: 'tokenUrl' | 'jwksUrl', title: string): string {
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
