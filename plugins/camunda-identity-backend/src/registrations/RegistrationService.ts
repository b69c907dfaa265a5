import { ConflictError } from '@backstage/errors';
import {
  resolveProvider,
  type ClientKey,
  type ProviderContext,
  type RegistrationBody,
  type RegistrationResult,
  type Registrations,
} from 'backstage-plugin-camunda-identity-common';
import {
  registrationRequest,
  type SetupApplication,
} from 'backstage-plugin-camunda-identity-common/setup';
import {
  findRegistrationEndpoint,
  registerApplication,
  RegistrationUnavailableError,
  type GuardedHttp,
  type RegistrationEndpoint,
} from 'backstage-plugin-camunda-identity-node';
import type { CamundaIdentityConfig } from '../config/readConfig';
import type { CallOptions } from '../input/Caller';
import type { StoredConnection } from '../record/StoredConnection';
import type { ActiveSecrets } from '../secrets/ActiveSecrets';
import type { SecretMask } from '../secrets/SecretMask';
import type { OnDemandLimit } from '../store/OnDemandLimit';
import { clientIdOf, type Keeper } from './Keeper';
import { registrable } from './registrable';

/** Registers a record's applications at its provider, and stores the results. */
export class RegistrationService {
  readonly #options: {
    http: GuardedHttp;
    keeper: Keeper;
    active: ActiveSecrets;
    limit: OnDemandLimit;
    providers: ProviderContext;
    config: Pick<CamundaIdentityConfig, 'onDemandPerMinute' | 'secretKeys'>;
  };

  constructor(options: {
    http: GuardedHttp;
    keeper: Keeper;
    active: ActiveSecrets;
    limit: OnDemandLimit;
    providers: ProviderContext;
    config: Pick<CamundaIdentityConfig, 'onDemandPerMinute' | 'secretKeys'>;
  }) {
    this.#options = options;
  }

  /**
   * Registers one application after the other and stores each result before the next request, so that a call
   * that ends midway loses nothing and the next call does the rest.
   *
   * @throws ConflictError, InputError, TooManyRequestsError
   */
  async register(
    record: StoredConnection,
    body: RegistrationBody,
    options: CallOptions,
  ): Promise<Registrations> {
    const { http, active, limit, config } = this.#options;
    const applications = registrable(record, body);
    const wanted = applications.filter(({ skip }) => skip === undefined);
    if (wanted.length > 0) this.#assertKept(record, wanted, body);
    await limit.take(
      `${options.caller.ref} ${record.id} registrations`,
      config.onDemandPerMinute,
      'registrations',
    );
    const token = body.initialAccessToken;
    return active.use(token ? [token] : [], async mask => {
      const signal = http.closing;
      const endpoint =
        wanted.length > 0 ? await this.#endpoint(record, signal) : undefined;
      const items: RegistrationResult[] = [];
      let hasFailed = false;
      for (const { application, skip } of applications) {
        const { client } = application;
        if (skip) items.push({ client, ...skip });
        else if (hasFailed || !endpoint)
          items.push({ client, outcome: 'not-tried' });
        else {
          const { isGeneral, ...item } = await this.#one(
            record,
            application,
            endpoint,
            { body, mask, options },
          );
          hasFailed = isGeneral;
          items.push(item);
        }
      }
      return { items };
    });
  }

  async #one(
    record: StoredConnection,
    application: SetupApplication,
    endpoint: RegistrationEndpoint,
    call: { body: RegistrationBody; mask: SecretMask; options: CallOptions },
  ): Promise<RegistrationResult & { isGeneral: boolean }> {
    const { http, keeper, active, config } = this.#options;
    const { client } = application;
    const { initialAccessToken, handOut } = call.body;
    const outcome = await registerApplication(http, {
      endpoint: endpoint.url,
      initialAccessToken,
      request: registrationRequest(application, endpoint),
      signal: http.closing,
    });
    if (!outcome.ok)
      return {
        client,
        outcome: 'failed',
        message: call.mask.text(outcome.message),
        isGeneral: outcome.isGeneral,
      };
    const made = outcome.application;
    const { secret, registrationAccessToken } = made;
    const secrets = [secret, registrationAccessToken].filter(
      value => value !== undefined,
    );
    return active.use(secrets, async () => {
      const storesSecret = Boolean(secret) && config.secretKeys.length > 0;
      const failure = await keeper.keep(
        record.id,
        {
          client,
          made,
          before: clientIdOf(record.data, client),
          storesSecret,
        },
        call.options,
      );
      if (failure)
        return { client, outcome: 'failed', message: failure, isGeneral: true };
      return {
        client,
        outcome: 'registered',
        clientId: made.clientId,
        ...(made.changed.length > 0 ? { changed: made.changed } : {}),
        ...(storesSecret ? { secretStored: true as const } : {}),
        ...(made.secretExpiresAt
          ? { secretExpiresAt: made.secretExpiresAt }
          : {}),
        ...(handOut ? handedOut(made) : {}),
        isGeneral: false,
      };
    });
  }

  async #endpoint(record: StoredConnection, signal: AbortSignal) {
    const { http, providers } = this.#options;
    const { issuer } = resolveProvider(record.data.provider, providers);
    try {
      return await findRegistrationEndpoint(issuer, http, signal);
    } catch (error) {
      if (error instanceof RegistrationUnavailableError)
        throw new ConflictError(error.message);
      throw error;
    }
  }

  /** The provider shows a secret only once, so one that could not be stored must not be created. */
  #assertKept(
    { data }: StoredConnection,
    wanted: ReturnType<typeof registrable>,
    { handOut }: RegistrationBody,
  ) {
    if (data.provider.type === 'MICROSOFT')
      throw new ConflictError(
        'Microsoft Entra ID has no dynamic registration; use the script or Terraform of the provider set-up',
      );
    const secrets: ClientKey[] = wanted
      .filter(({ application }) => application.clientType === 'confidential')
      .map(({ application }) => application.client);
    if (secrets.length > 0 && !handOut && !this.#options.config.secretKeys[0])
      throw new ConflictError(
        `The secrets of ${secrets.join(
          ', ',
        )} could be kept nowhere: an administrator sets camundaIdentity.secrets.keys; or ask with "handOut": true and put them away yourself`,
      );
  }
}

function handedOut(made: {
  secret?: string;
  registrationAccessToken?: string;
  registrationClientUri?: string;
}) {
  const { secret, registrationAccessToken, registrationClientUri } = made;
  return {
    ...(secret ? { secret } : {}),
    ...(registrationAccessToken
      ? { registrationAccessToken, registrationClientUri }
      : {}),
  };
}
