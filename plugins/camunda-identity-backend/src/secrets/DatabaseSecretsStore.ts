import type { Knex } from 'knex';
import type { ClientKey } from 'backstage-plugin-camunda-identity-common';
import { lockRevision } from '../connections/precondition';
import { refreshSecretsExpiry } from '../connections/secretsExpiry';
import type { Revision, SecretRow, SecretsStore } from './SecretsStore';
import type { SecretSlot } from './SecretVault';

const TABLE = 'stored_secrets';
/** Well below what SQLite binds in one statement. */
const CHUNK = 500;

/** Encrypted secrets in SQLite or PostgreSQL. */
export class DatabaseSecretsStore implements SecretsStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(ids: readonly string[]): Promise<SecretRow[]> {
    const rows: SecretRow[] = [];
    for (let n = 0; n < ids.length; n += CHUNK)
      rows.push(
        ...(await this.#knex<SecretRow>(TABLE).whereIn(
          'connection_id',
          ids.slice(n, n + CHUNK),
        )),
      );
    return rows;
  }

  async put(record: Revision, row: SecretRow): Promise<void> {
    await this.#knex.transaction(async tx => {
      await lockRevision(tx, record);
      await tx<SecretRow>(TABLE)
        .insert(row)
        .onConflict(['connection_id', 'client', 'slot'])
        .merge();
      await refreshSecretsExpiry(tx, row.connection_id);
    });
  }

  async promote(
    record: Revision,
    client: ClientKey,
    at: string,
  ): Promise<boolean> {
    const { id } = record;
    return this.#knex.transaction(async tx => {
      await lockRevision(tx, record);
      const next = await tx<SecretRow>(TABLE)
        .where({ connection_id: id, client, slot: 'next' })
        .forUpdate()
        .first('slot');
      if (!next) return false;
      await tx<SecretRow>(TABLE)
        .where({ connection_id: id, client, slot: 'current' })
        .delete();
      await tx<SecretRow>(TABLE)
        .where({ connection_id: id, client, slot: 'next' })
        .update({ slot: 'current', asked_at: '', result: '', result_at: at });
      await refreshSecretsExpiry(tx, id);
      return true;
    });
  }

  async remove(
    record: Revision,
    client: ClientKey,
    slot?: SecretSlot,
  ): Promise<number> {
    const { id } = record;
    return this.#knex.transaction(async tx => {
      await lockRevision(tx, record);
      const rows = tx<SecretRow>(TABLE).where({ connection_id: id, client });
      const removed = await (slot ? rows.where({ slot }) : rows).delete();
      await refreshSecretsExpiry(tx, id);
      return removed;
    });
  }

  async takeDay(
    id: string,
    client: ClientKey,
    since: string,
    now: string,
  ): Promise<boolean> {
    const taken = await this.#knex<SecretRow>(TABLE)
      .where({ connection_id: id, client, slot: 'current' })
      .where('asked_at', '<', since)
      .update({ asked_at: now });
    return taken > 0;
  }

  async noteResult(
    id: string,
    client: ClientKey,
    result: 'right' | 'wrong',
    at: string,
  ): Promise<void> {
    await this.#knex<SecretRow>(TABLE)
      .where({ connection_id: id, client, slot: 'current' })
      // A run that began before the secret was put or promoted speaks of another one.
      .where('set_at', '<=', at)
      .where('result_at', '<=', at)
      .update({ result, result_at: at });
  }

  async listUnder(
    keyIds: readonly string[],
    limit: number,
  ): Promise<SecretRow[]> {
    return this.#knex<SecretRow>(TABLE).whereIn('key_id', keyIds).limit(limit);
  }

  async reencrypted(
    row: SecretRow,
    jwe: string,
    keyId: string,
  ): Promise<boolean> {
    const changed = await this.#knex<SecretRow>(TABLE)
      .where({
        connection_id: row.connection_id,
        client: row.client,
        slot: row.slot,
        jwe: row.jwe,
      })
      .update({ jwe, key_id: keyId });
    return changed > 0;
  }

  async countByKey(): Promise<Map<string, number>> {
    const rows = (await this.#knex(TABLE)
      .groupBy('key_id')
      .select('key_id')
      .count({ n: '*' })) as Array<{ key_id: string; n: number | string }>;
    return new Map(rows.map(({ key_id, n }) => [key_id, Number(n)]));
  }
}
