import type { JsonObject } from '@backstage/types';
import type {
  ClientKey,
  Finding,
  ReportTrigger,
  RunSecrets,
} from 'backstage-plugin-camunda-identity-common';
import type { CheckInput } from 'backstage-plugin-camunda-identity-node';
import type { Audit } from '../audit/Audit';
import type { StoredConnection } from '../record/StoredConnection';
import type { ActiveSecrets } from './ActiveSecrets';
import type { SecretMask } from './SecretMask';
import type { SecretVersions } from '../store/SecretsStore';
import type { SecretVault } from './SecretVault';

/** The secrets of a check's input and their restrictions. */
export type SecretsInput = Pick<
  CheckInput,
  'secrets' | 'withheld' | 'tokenOrigins'
>;

function without<T extends object>(value: T, keys: readonly string[]): T {
  return Object.fromEntries(
    Object.entries(value).filter(([key]) => !keys.includes(key)),
  ) as T;
}

/** What findings say about a client's secret: right, wrong, or not sent. */
function verdictOn(
  client: ClientKey,
  findings: readonly Finding[],
): 'right' | 'wrong' | 'unsent' | undefined {
  const results = findings
    .filter(
      ({ code, subject }) =>
        subject.client === client && code === 'client.secret',
    )
    .map(({ result }) => result);
  if (results.includes('fail')) return 'wrong';
  if (results.includes('pass')) return 'right';
  return results.length === 0 || results.includes('skipped')
    ? 'unsent'
    : undefined;
}

/** Provides a run with stored secrets, and stores the provider's verdicts on them. */
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
   * Runs a check of a record with its stored secrets. A secret entered for this run takes precedence over a
   * stored one.
   *
   * @param run - gets the input's secrets; its findings must go through `mask` before anybody sees them
   */
  async withStored<T extends { findings: Finding[] }>(
    what: {
      record: StoredConnection;
      given?: RunSecrets;
      trigger: ReportTrigger;
      /** Who started it; undefined on schedule. */
      by?: string;
      /** Restricts the run to one client's secret. */
      only?: ClientKey;
      /** Retry a secret that the provider has refused; for owners only. */
      retryRefused?: boolean;
    },
    run: (input: SecretsInput, mask: SecretMask) => Promise<T>,
  ): Promise<T & { secretVersions: SecretVersions }> {
    // A check on demand is already audited where the call comes in.
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
   * @param use - for the audit: caller and record
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
    what: Parameters<typeof this.withStored>[0],
    run: (input: SecretsInput, mask: SecretMask) => Promise<T>,
  ): Promise<T & { secretVersions: SecretVersions }> {
    const { record, given, trigger, by } = what;
    const stored = await this.#vault.forCheck(record, trigger, what);
    const names = Object.keys(given ?? {});
    const unused = what.only
      ? Object.keys({ ...stored.secrets, ...stored.withheld }).filter(
          key => key !== what.only,
        )
      : [];
    const left = [...names, ...unused];
    const own = without(stored.secrets!, left);
    const input: SecretsInput = {
      secrets: { ...own, ...given },
      withheld: without(stored.withheld, left),
      tokenOrigins: without(stored.tokenOrigins, left),
    };
    const clients = Object.keys(own) as ClientKey[];
    const secretVersions = without(stored.versions, left);
    const meta = {
      connectionId: record.id,
      ...(by ? { by } : {}),
      ...(clients.length > 0 ? { clients } : {}),
      ...(names.length > 0 ? { given: names } : {}),
    };
    let findings: Finding[] = [];
    try {
      const result = await this.#audited(meta, [...clients, ...names], () =>
        this.#active.use(Object.values(input.secrets ?? {}), mask =>
          run(input, mask),
        ),
      );
      findings = result.findings;
      return { ...result, secretVersions };
    } finally {
      await this.#note(record.id, secretVersions, findings, trigger);
    }
  }

  /** Stores the provider's verdict on each; a secret that was not sent keeps its daily try. */
  async #note(
    id: string,
    versions: SecretVersions,
    findings: readonly Finding[],
    trigger: ReportTrigger,
  ) {
    for (const [key, version] of Object.entries(versions)) {
      const client = key as ClientKey;
      const verdict = verdictOn(client, findings);
      if (verdict === 'unsent') {
        if (trigger === 'schedule')
          await this.#vault.returnDay(id, client, version);
      } else if (verdict)
        await this.#vault.noteResult(id, client, version, verdict);
    }
  }

  /** Audits a run if it uses secrets. */
  async #audited<T>(
    meta: JsonObject,
    used: readonly string[],
    run: () => Promise<T>,
  ): Promise<T> {
    if (used.length === 0) return run();
    return this.#audit.record({ eventId: 'secret-use', meta }, run);
  }
}
