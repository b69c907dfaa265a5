import type { JsonObject } from '@backstage/types';
import type {
  ClientKey,
  Finding,
  ReportTrigger,
  RunSecrets,
} from 'backstage-plugin-camunda-identity-common';
import type { CheckInput } from 'backstage-plugin-camunda-identity-node';
import type { Audit } from '../audit/Audit';
import type { StoredConnection } from '../connections/types';
import type { ActiveSecrets } from './ActiveSecrets';
import type { SecretMask } from './SecretMask';
import type { SecretVault } from './SecretVault';

/** The part of a check's input that says what it may send. */
export type SecretsInput = Pick<
  CheckInput,
  'secrets' | 'withheld' | 'tokenOrigins'
>;

function without<T extends object>(value: T, keys: readonly string[]): T {
  return Object.fromEntries(
    Object.entries(value).filter(([key]) => !keys.includes(key)),
  ) as T;
}

/** What findings say of a client's secret; nothing where the provider did not tell. */
function verdictOn(
  client: ClientKey,
  findings: readonly Finding[],
): 'right' | 'wrong' | undefined {
  const told = findings.filter(({ subject }) => subject.client === client);
  if (told.some(({ code, result }) => isSecretCode(code) && result === 'fail'))
    return 'wrong';
  return told.some(
    ({ code, result }) => code === 'client.secret' && result === 'pass',
  )
    ? 'right'
    : undefined;
}

/** Codes of the area `client.secret…`: whether the secret is right. */
function isSecretCode(code: string): boolean {
  return code.startsWith('client.secret');
}

/** Hands stored secrets to a run, and notes what the provider said of them. */
export class CheckSecrets {
  readonly #vault: SecretVault;
  readonly #active: ActiveSecrets;
  readonly #audit: Audit;

  constructor(options: {
    vault: SecretVault;
    active: ActiveSecrets;
    audit: Audit;
  }) {
    this.#vault = options.vault;
    this.#active = options.active;
    this.#audit = options.audit;
  }

  /**
   * Runs a check of a record with what is stored for it. A secret given for this run goes before a stored
   * one.
   *
   * @param run - gets the input's secrets; its findings have to go through `mask` before anybody sees them
   */
  async withStored<T extends { findings: Finding[] }>(
    what: {
      record: StoredConnection;
      given?: RunSecrets;
      trigger: ReportTrigger;
      /** Who started it; nobody on schedule. */
      by?: string;
    },
    run: (input: SecretsInput, mask: SecretMask) => Promise<T>,
  ): Promise<T> {
    // A check that a person runs is audited where the call comes in.
    if (what.trigger === 'schedule')
      return this.#audit.record(
        {
          eventId: 'connection-check',
          severityLevel: 'low',
          meta: { actionType: 'schedule', connectionId: what.record.id },
        },
        () => this.#withStored(what, run),
      );
    return this.#withStored(what, run);
  }

  /**
   * Runs a check with the secrets of its request only.
   *
   * @param use - for the audit: who, and of which record
   */
  async withGiven<T>(
    given: RunSecrets,
    use: { by?: string },
    run: (mask: SecretMask) => Promise<T>,
  ): Promise<T> {
    const clients = Object.keys(given ?? {});
    return this.#audited({ ...use, given: clients }, clients, () =>
      this.#active.use(Object.values(given ?? {}), run),
    );
  }

  async #withStored<T extends { findings: Finding[] }>(
    { record, given, trigger, by }: Parameters<typeof this.withStored>[0],
    run: (input: SecretsInput, mask: SecretMask) => Promise<T>,
  ): Promise<T> {
    const stored = await this.#vault.forCheck(record, trigger);
    const names = Object.keys(given ?? {});
    const own = without(stored.secrets!, names);
    const input: SecretsInput = {
      secrets: { ...own, ...given },
      withheld: without(stored.withheld, names),
      tokenOrigins: without(stored.tokenOrigins, names),
    };
    const clients = Object.keys(own) as ClientKey[];
    const startedAt = new Date().toISOString();
    const meta = {
      connectionId: record.id,
      ...(by ? { by } : {}),
      ...(clients.length > 0 ? { clients } : {}),
      ...(names.length > 0 ? { given: names } : {}),
    };
    const result = await this.#audited(meta, [...clients, ...names], () =>
      this.#active.use(Object.values(input.secrets ?? {}), mask =>
        run(input, mask),
      ),
    );
    for (const client of clients) {
      const verdict = verdictOn(client, result.findings);
      if (verdict)
        await this.#vault.noteResult(record.id, client, verdict, startedAt);
    }
    return result;
  }

  /** Audits a run that uses secrets; a run without any uses none. */
  async #audited<T>(
    meta: JsonObject,
    used: readonly string[],
    run: () => Promise<T>,
  ): Promise<T> {
    if (used.length === 0) return run();
    return this.#audit.record({ eventId: 'secret-use', meta }, run);
  }
}
