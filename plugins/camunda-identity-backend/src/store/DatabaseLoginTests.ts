import type { Knex } from 'knex';
import type { StoredVerified } from '../record/verified';
import type {
  AwaitedLogin,
  LoginTestRow,
  LoginTestsStore,
} from './LoginTestsStore';

const TABLE = 'login_tests';

const now = () => new Date().toISOString();

/** Sign-ins under way in SQLite or PostgreSQL, so that any replica can take the next step. */
export class DatabaseLoginTests implements LoginTestsStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async add(row: LoginTestRow): Promise<void> {
    await this.clean();
    await this.#knex(TABLE).insert({
      id_hash: row.idHash,
      state_hash: row.stateHash,
      connection_id: row.connectionId ?? null,
      begun_by: row.begunBy,
      sealed_id: row.sealedId,
      sealed: row.sealed,
      sealed_answer: row.sealedAnswer ?? '',
      expires_at: row.expiresAt,
    });
  }

  async findByState(stateHash: string): Promise<AwaitedLogin | undefined> {
    const row = await this.#knex(TABLE)
      .leftJoin('connections', 'connections.id', `${TABLE}.connection_id`)
      .where({ state_hash: stateHash })
      .andWhere('expires_at', '>', now())
      .first('sealed_id', 'name');
    return (
      row && { sealedId: row.sealed_id, connectionName: row.name ?? undefined }
    );
  }

  async answer(stateHash: string, sealedAnswer: string): Promise<boolean> {
    const changed = await this.#knex(TABLE)
      .where({ state_hash: stateHash, sealed_answer: '' })
      .andWhere('expires_at', '>', now())
      .update({ sealed_answer: sealedAnswer });
    return changed > 0;
  }

  async find(
    idHash: string,
    begunBy: string,
  ): Promise<LoginTestRow | undefined> {
    const row = await this.#knex(TABLE)
      .where({ id_hash: idHash, begun_by: begunBy })
      .andWhere('expires_at', '>', now())
      .first();
    return (
      row && {
        idHash: row.id_hash,
        stateHash: row.state_hash,
        connectionId: row.connection_id ?? undefined,
        begunBy: row.begun_by,
        sealedId: row.sealed_id,
        sealed: row.sealed,
        sealedAnswer: row.sealed_answer || undefined,
        expiresAt: row.expires_at,
      }
    );
  }

  async take(idHash: string): Promise<boolean> {
    return (await this.#knex(TABLE).where({ id_hash: idHash }).delete()) > 0;
  }

  async noteVerified(
    connectionId: string,
    revision: number,
    verified: StoredVerified,
  ): Promise<boolean> {
    const changed = await this.#knex('connections')
      .where({ id: connectionId, revision })
      .update({
        verified: JSON.stringify(verified),
      });
    return changed > 0;
  }

  async clean(): Promise<void> {
    await this.#knex(TABLE).where('expires_at', '<=', now()).delete();
  }
}
