import {
  findClient,
  type CamundaVersion,
  type ClientKey,
  type ProviderType,
} from '../../camunda';
import {
  headerSize,
  isUserInfoRefused,
  type AdminRule,
  type ConfigSource,
} from '../ConfigSource';
import type { OrchestrationClaims } from '../orchestrationClaims';
import type { SecretPlace } from '../secretPlace';

/** No text of a record starts with it: the schema refuses control characters. */
const MARK = '\u0001';

function mark(path: string): string {
  return `${MARK}${path}`;
}

/** The member of the record that a written value stands for; undefined for a constant. */
export function recordPath(value: unknown): string | undefined {
  return typeof value === 'string' && value.startsWith(MARK)
    ? value.slice(MARK.length)
    : undefined;
}

/**
 * Hands the writers, instead of a record's values, the paths of its members. What they make of it is the
 * table by which a reader knows where each key belongs, so that no key is named twice.
 */
export class RecordPaths implements ConfigSource {
  readonly version: CamundaVersion;
  readonly type: ProviderType;
  readonly #without: readonly ClientKey[];
  readonly #inbound: boolean;

  readonly issuer = mark('provider.issuer');
  readonly issuerBackendUrl = mark('provider.issuerBackendUrl');
  readonly authUrl = mark('provider.authUrl');
  readonly tokenUrl = mark('provider.tokenUrl');
  readonly jwksUrl = mark('provider.jwksUrl');
  readonly wellKnown = mark('components.console.wellKnown');
  readonly initialClaimName = mark('initialClaim.name');
  readonly initialClaimValue = mark('initialClaim.value');

  constructor(options: {
    version: CamundaVersion;
    type: ProviderType;
    inbound: boolean;
    /** Clients that the imagined record lacks. */
    without?: readonly ClientKey[];
  }) {
    this.version = options.version;
    this.type = options.type;
    this.#inbound = options.inbound;
    this.#without = options.without ?? [];
  }

  has(client: ClientKey): boolean {
    return (
      findClient(client, this.version) !== undefined &&
      !this.#without.includes(client)
    );
  }

  url(client: ClientKey): string {
    // The base URL is the component's, not the application's.
    return mark(`components.${client.split('.')[0]}.url`);
  }

  clientId(client: ClientKey): string {
    return mark(`components.${client}.clientId`);
  }

  audience(client: ClientKey): string {
    return mark(`components.${client}.audience`);
  }

  tokenScope(client: ClientKey): string {
    return mark(`components.${client}.tokenScope`);
  }

  operateAudience(): string {
    return mark('components.connectors.operateAudience');
  }

  redirectUri(client: ClientKey): string {
    return mark(`components.${client}.redirectUri`);
  }

  customScopes(): readonly string[] {
    return [mark('provider.scopes')];
  }

  scopes(client: ClientKey): string[] {
    return [mark(`components.${client}.scopes`)];
  }

  audiences(client: 'orchestration' | 'optimize'): readonly string[] {
    return [mark(`components.${client}.audiences`)];
  }

  headerSize(): string | undefined {
    return headerSize(this.type, this.version);
  }

  userInfoDisabled(): boolean {
    return isUserInfoRefused(this.type, this.version);
  }

  orchestrationClaims(): OrchestrationClaims {
    const path = (key: string) => mark(`components.orchestration.${key}`);
    return {
      usernameClaim: path('usernameClaim'),
      clientIdClaim: path('clientIdClaim'),
      // Writers only print it.
      preferUsernameClaim: path('preferUsernameClaim') as unknown as boolean,
      groupsClaim: path('groupsClaim'),
    };
  }

  tokenClaims(): OrchestrationClaims {
    return this.orchestrationClaims();
  }

  displayNameClaim(): string {
    return this.orchestrationClaims().usernameClaim;
  }

  adminRule(): AdminRule {
    return {
      id: 'initial-claim',
      claimName: this.initialClaimName,
      claimValue: this.initialClaimValue,
    };
  }

  modelerUi(): ClientKey | undefined {
    return (['webModeler.ui', 'hub.ui'] as const).find(key => this.has(key));
  }

  machineClients(): [] {
    return [];
  }

  certificate(): undefined {
    return undefined;
  }

  adminUsers(): string[] {
    return [mark('components.orchestration.adminUsers')];
  }

  connectorsInbound(): boolean {
    return this.#inbound;
  }

  secret(client: ClientKey): SecretPlace {
    const path = `components.${client}.secret`;
    return {
      variable: mark(`${path}.env.name`),
      kubernetesSecret: {
        name: mark(`${path}.kubernetesSecret.name`),
        key: mark(`${path}.kubernetesSecret.key`),
      },
      assumed: false,
      fromEnv: false,
    };
  }
}
