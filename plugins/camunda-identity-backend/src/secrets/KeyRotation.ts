import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Audit } from '../audit/Audit';
import type { SecretCipher } from './SecretCipher';
import type { SecretRow, SecretsStore } from '../store/SecretsStore';

const BATCH = 100;

/** The outcome of a round. */
interface Round {
  moved: number;
  /** Number of secrets by the id of the key that encrypts them. */
  unreadable: Map<string, number>;
  /** Totals over all keys. */
  left: Map<string, number>;
}

function add(counts: Map<string, number>, id: string) {
  counts.set(id, (counts.get(id) ?? 0) + 1);
}

/** Re-encrypts stored secrets with the first key, and logs when an old key is no longer needed. */
export class KeyRotation {
  readonly #store: SecretsStore;
  readonly #cipher: SecretCipher;
  readonly #audit: Audit;
  readonly #logger: LoggerService;

  constructor(options: {
    store: SecretsStore;
    cipher: SecretCipher;
    audit: Audit;
    logger: LoggerService;
  }) {
    this.#store = options.store;
    this.#cipher = options.cipher;
    this.#audit = options.audit;
    this.#logger = options.logger;
  }

  /** Safe to run at any time on any replica. */
  async run(signal?: AbortSignal): Promise<void> {
    const round = await this.#round(signal);
    const { keyId } = this.#cipher;
    if (round.moved > 0) {
      await this.#audit.record(
        {
          eventId: 'secret-mutate',
          severityLevel: 'high',
          meta: { actionType: 'reencrypt', keyId: keyId!, count: round.moved },
        },
        async () => {},
      );
      this.#logger.info(
        `${round.moved} stored secrets are encrypted with the key "${keyId}" now`,
      );
    }
    if (!signal?.aborted) this.#report(round);
  }

  /** Visits every row once; a row that does not decrypt does not stop the round. */
  async #round(signal?: AbortSignal): Promise<Round> {
    const round: Round = { moved: 0, unreadable: new Map(), left: new Map() };
    let rows: SecretRow[] = [];
    do {
      rows = await this.#store.listAll(BATCH, rows.at(-1));
      for (const row of rows) await this.#visit(row, round);
    } while (rows.length === BATCH && !signal?.aborted);
    return round;
  }

  async #visit(row: SecretRow, round: Round) {
    const { keyId, oldKeyIds } = this.#cipher;
    const isOld = oldKeyIds.includes(row.key_id);
    const known = isOld || row.key_id === keyId;
    if (known && !(await this.#cipher.decrypt(row.jwe)))
      add(round.unreadable, row.key_id);
    else if (isOld && keyId) {
      const jwe = await this.#cipher.reencrypt(row.jwe);
      if (jwe && (await this.#store.reencrypted(row, jwe, keyId))) {
        round.moved += 1;
        return;
      }
    }
    add(round.left, row.key_id);
  }

  #report({ left, unreadable }: Round) {
    const { keyId, oldKeyIds } = this.#cipher;
    for (const id of oldKeyIds)
      if (!left.has(id))
        this.#logger.info(
          `Nothing is encrypted with the key "${id}" any more; it can be removed from camundaIdentity.secrets.keys`,
        );
    for (const [id, count] of left)
      if (id !== keyId && !oldKeyIds.includes(id))
        this.#logger.warn(
          `${count} stored secrets need the key "${id}", which is not in camundaIdentity.secrets.keys`,
        );
    for (const [id, count] of unreadable)
      this.#logger.warn(
        `${count} stored secrets do not decrypt with the key "${id}": its value in camundaIdentity.secrets.keys is another one, or they were altered. Put the right value back, or enter the secrets again`,
      );
  }
}
