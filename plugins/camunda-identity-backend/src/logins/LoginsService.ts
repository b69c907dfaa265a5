import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  recordClient,
  type Finding,
  type LoginDraft,
  type LoginOutcome,
  type LoginTest,
  type LoginTestBody,
  type LoginTestResult,
  type ProviderProfile,
} from 'backstage-plugin-camunda-identity-common';
import {
  beginLogin,
  capFinding,
  completeLogin,
  LoginUnavailableError,
  type GuardedHttp,
  type KeptLogin,
  type LoginAnswer,
  type LoginInput,
} from 'backstage-plugin-camunda-identity-node';
import type { CamundaIdentityConfig } from '../config/readConfig';
import { connectionNotFound } from '../input/notFound';
import { basisOf } from '../record/verified';
import type { StoredConnection } from '../record/StoredConnection';
import type { CheckSecrets } from '../secrets/CheckSecrets';
import type { SecretMask } from '../secrets/SecretMask';
import type { SecretVault } from '../secrets/SecretVault';
import type { LoginTestRow, LoginTestsStore } from '../store/LoginTestsStore';
import type { OnDemandLimit } from '../store/OnDemandLimit';
import type { LoginCallOptions, Returned } from './Logins';
import { hashOf, isWord, newWord, seal, unseal } from './sealing';

/** Long enough for a second factor. */
const LIFE_MS = 10 * 60_000;

/** Maximum length of each part of an answer; Entra's codes have about 1,500 characters. */
const MAX_CODE = 8_192;
const MAX_TEXT = 1_000;

/** The encrypted state of a test until it is over. */
interface Sealed {
  kept: KeptLogin;
  /** From the request; a stored secret stays in the vault. */
  secret?: string;
  /** As entered, if there is no record. */
  draft?: Omit<LoginDraft, 'secret'>;
}

/** A test with its answer. */
export interface AnsweredLogin {
  row: LoginTestRow;
  id: string;
}

/** Where the browser is redirected when it comes back. */
export interface ReturnTo {
  /** Undefined for an answer that is not expected. */
  id?: string;
  connectionName?: string;
}

function notFound() {
  return new NotFoundError(
    'There is no such login test of yours, or it is over; begin another one',
  );
}

/** Begins sign-ins, keeps their state until they are over, and reports the outcome. */
export class LoginsService {
  readonly #options: {
    store: LoginTestsStore;
    limit: OnDemandLimit;
    http: GuardedHttp;
    secrets: CheckSecrets;
    vault: Pick<SecretVault, 'describe'>;
    config: Pick<
      CamundaIdentityConfig,
      'providers' | 'insecureAllowed' | 'runTimeoutMs' | 'onDemandPerMinute'
    >;
    profiles?: readonly ProviderProfile[];
    /** Redirect URI of this portal, as registered at the provider. */
    redirectUri: () => Promise<string>;
    lifeMs?: number;
  };

  constructor(options: {
    store: LoginTestsStore;
    limit: OnDemandLimit;
    http: GuardedHttp;
    secrets: CheckSecrets;
    vault: Pick<SecretVault, 'describe'>;
    config: Pick<
      CamundaIdentityConfig,
      'providers' | 'insecureAllowed' | 'runTimeoutMs' | 'onDemandPerMinute'
    >;
    profiles?: readonly ProviderProfile[];
    redirectUri: () => Promise<string>;
    /** Milliseconds until a test is over. */
    lifeMs?: number;
  }) {
    this.#options = options;
  }

  /** @see Logins.begin */
  async begin(
    stored: StoredConnection,
    { client, secret }: LoginTestBody,
    options: LoginCallOptions,
  ): Promise<LoginTest> {
    const input = { ...stored.data, client };
    const views = await this.#options.vault.describe([stored.id]);
    this.#assertSecret(
      input,
      secret !== undefined || views.get(stored.id)?.[client] !== undefined,
    );
    await this.#take(stored.id, options);
    return this.#begin(input, { secret }, options, stored.id);
  }

  /** @see Logins.beginDraft */
  async beginDraft(
    { secret, ...draft }: LoginDraft,
    options: LoginCallOptions,
  ): Promise<LoginTest> {
    this.#assertSecret(draft, secret !== undefined);
    await this.#take('draft', options);
    return this.#begin(draft, { secret, draft }, options);
  }

  /**
   * Stores the provider's answer for the user who began the test. Redeems and reveals nothing, since anybody
   * may call it.
   */
  async receive(returned: Returned): Promise<ReturnTo> {
    const { store } = this.#options;
    const { state } = returned;
    if (!isWord(state)) return {};
    const found = await store.findByState(hashOf(state));
    if (!found) return {};
    const id = await unseal<string>(state, found.sealedId);
    const answer = readAnswer(returned);
    // A repeated answer leads to the same page, which knows the outcome.
    if (answer) await store.answer(hashOf(state), await seal(id, answer));
    return { id, connectionName: found.connectionName };
  }

  /** @throws NotFoundError; ConflictError if the provider has not answered yet */
  async find(id: string, { caller }: LoginCallOptions): Promise<AnsweredLogin> {
    const row = isWord(id)
      ? await this.#options.store.find(hashOf(id), caller.ref)
      : undefined;
    if (!row) throw notFound();
    if (!row.sealedAnswer)
      throw new ConflictError(
        'Nobody has signed in yet: the provider has not sent anybody back for this login test',
      );
    return { row, id };
  }

  /**
   * @param stored - the record, if the test is of one
   * @see Logins.complete
   */
  async complete(
    { row, id }: AnsweredLogin,
    stored: StoredConnection | undefined,
    options: LoginCallOptions,
  ): Promise<LoginTestResult> {
    const { store } = this.#options;
    if (row.connectionId && !stored)
      throw connectionNotFound({ id: row.connectionId });
    if (!(await store.take(row.idHash))) throw notFound();
    const sealed = await unseal<Sealed>(id, row.sealed);
    const answer = await unseal<LoginAnswer>(id, row.sealedAnswer!);
    const outcome = await this.#redeem(sealed, answer, stored, options);
    const { client } = sealed.kept;
    const finishedAt = new Date().toISOString();
    const isProof = ['pass', 'warn'].includes(outcome.status);
    const verified =
      isProof &&
      stored !== undefined &&
      (await store.noteVerified(stored.id, stored.revision, {
        at: finishedAt,
        by: options.caller.ref,
        client,
        basis: basisOf(stored.data, client),
      }));
    return {
      ...(stored ? { connectionId: stored.id } : {}),
      client,
      finishedAt,
      verified,
      ...outcome,
    };
  }

  async #begin(
    input: LoginInput,
    { secret, draft }: Pick<Sealed, 'secret' | 'draft'>,
    { caller, signal }: LoginCallOptions,
    connectionId?: string,
  ): Promise<LoginTest> {
    const { store, redirectUri, lifeMs = LIFE_MS } = this.#options;
    try {
      const id = newWord();
      const begun = await beginLogin(input, await redirectUri(), {
        ...this.#asking(),
        signal,
        turn: { user: caller.ref, record: connectionId ?? 'draft' },
      });
      const { kept, authorizationUrl } = begun;
      const expiresAt = new Date(Date.now() + lifeMs).toISOString();
      await store.add({
        idHash: hashOf(id),
        stateHash: hashOf(kept.state),
        connectionId,
        begunBy: caller.ref,
        sealedId: await seal(kept.state, id),
        sealed: await seal(id, { kept, secret, draft } satisfies Sealed),
        expiresAt,
      });
      return {
        id,
        authorizationUrl,
        redirectUri: kept.redirectUri,
        expiresAt,
      };
    } catch (error) {
      if (error instanceof LoginUnavailableError)
        throw new ConflictError(error.message);
      throw error;
    }
  }

  async #redeem(
    { kept, secret, draft }: Sealed,
    answer: LoginAnswer,
    stored: StoredConnection | undefined,
    { caller, signal }: LoginCallOptions,
  ): Promise<LoginOutcome> {
    const given = secret === undefined ? {} : { [kept.client]: secret };
    const run = async (
      held: Partial<LoginInput>,
      mask: Pick<SecretMask, 'finding' | 'value'>,
    ) => {
      const record = stored?.data ?? draft!;
      const outcome = await completeLogin(
        { ...record, ...held, client: kept.client },
        kept,
        answer,
        {
          ...this.#asking(),
          signal,
          turn: { user: caller.ref, record: stored?.id ?? 'draft' },
        },
      );
      return masked(outcome, mask);
    };
    if (!stored)
      return this.#options.secrets.withGiven(given, { by: caller.ref }, mask =>
        run({ secrets: given }, mask),
      );
    const { secretVersions: _, ...outcome } =
      await this.#options.secrets.withStored(
        {
          record: stored,
          given,
          trigger: 'login',
          by: caller.ref,
          retryRefused: true,
          only: kept.client,
        },
        run,
      );
    return outcome;
  }

  #asking() {
    const { http, config, profiles } = this.#options;
    const { providers, insecureAllowed, runTimeoutMs } = config;
    return { http, profiles, providers, insecureAllowed, runTimeoutMs };
  }

  async #take(what: string, { caller }: LoginCallOptions) {
    const { limit, config } = this.#options;
    await limit.take(
      `${caller.ref} login ${what}`,
      config.onDemandPerMinute,
      'login tests',
    );
  }

  /** @throws ConflictError if the code could not be redeemed in the end */
  #assertSecret(input: LoginInput, isKnown: boolean) {
    const client = recordClient(input, input.client);
    const isNeeded =
      client?.facts.clientType === 'confidential' &&
      !client.settings.certificate;
    if (isNeeded && !isKnown)
      throw new ConflictError(
        `secret: ${client.facts.title} has a secret, and none is stored here; enter it for this test`,
      );
  }
}

/** @returns undefined for an answer that is too long to be valid */
function readAnswer(returned: Returned): LoginAnswer | undefined {
  const { code, iss, error, errorDescription } = returned;
  if (code !== undefined && code.length > MAX_CODE) return undefined;
  if (code === undefined && error === undefined) return undefined;
  return {
    code,
    iss: iss?.slice(0, MAX_TEXT),
    error: error?.slice(0, MAX_TEXT),
    errorDescription: errorDescription?.slice(0, MAX_TEXT),
  };
}

/** Masks the secret wherever the provider may have repeated it. */
function masked(
  outcome: LoginOutcome,
  mask: Pick<SecretMask, 'finding' | 'value'>,
): LoginOutcome {
  const { findings, ...rest } = outcome;
  return {
    ...mask.value(rest),
    findings: findings.map((entry: Finding) => capFinding(mask.finding(entry))),
  };
}
