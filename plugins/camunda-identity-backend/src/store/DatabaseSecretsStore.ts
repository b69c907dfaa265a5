import type { Knex } from 'knex';
import type { ClientKey } from 'backstage-plugin-camunda-identity-common';
import { forgetCredentials } from './forgetCredentials';
import { lockRevision } from './lockRevision';
import { refreshExtras } from './extras';
import type {
  Revision,
  SecretKeyColumns,
  SecretRow,
  SecretSlot,
  SecretsStore,
} from './SecretsStore';

const TABLE = 'stored_secrets';
/** Well below SQLite's limit of bindings in a statement. */
const CHUNK = 500;

async function has(
  tx: Knex.Transaction,
  id: string,
  client: ClientKey,
  slot: SecretSlot,
): Promise<boolean> {
  const where = { connection_id: id, client, slot };
  return Boolean(await tx<SecretRow>(TABLE).where(where).first('slot'));
}

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

  async put(record: Revision, row: SecretRow): Promise<boolean> {
    const { client, slot } = row;
    return this.#knex.transaction(async tx => {
      await lockRevision(tx, record);
      if (slot === 'next' && !(await has(tx, record.id, client, 'current')))
        return false;
      await tx<SecretRow>(TABLE)
        .insert(row)
        .onConflict(['connection_id', 'client', 'slot'])
        .merge();
      await this.#changed(tx, record.id, client, slot === 'current');
      return true;
    });
  }

  async promote(
    record: Revision,
    client: ClientKey,
    version: string,
  ): Promise<boolean> {
    const key = { connection_id: record.id, client };
    return this.#knex.transaction(async tx => {
      await lockRevision(tx, record);
      const next = { ...key, slot: 'next' as const, version };
      if (!(await tx<SecretRow>(TABLE).where(next).first('slot'))) return false;
      await tx<SecretRow>(TABLE)
        .where({ ...key, slot: 'current' })
        .delete();
      await tx<SecretRow>(TABLE)
        .where(next)
        .update({ slot: 'current', asked_at: '', result: '', result_at: '' });
      await this.#changed(tx, record.id, client, true);
      return true;
    });
  }

  async remove(
    record: Revision,
    client: ClientKey,
    slot?: SecretSlot,
  ): Promise<number | undefined> {
    return this.#knex.transaction(async tx => {
      await lockRevision(tx, record);
      if (slot === 'current' && (await has(tx, record.id, client, 'next')))
        return undefined;
      const rows = tx<SecretRow>(TABLE).where({
        connection_id: record.id,
        client,
      });
      const removed = await (slot ? rows.where({ slot }) : rows).delete();
      if (removed > 0)
        await this.#changed(tx, record.id, client, slot !== 'next');
      return removed;
    });
  }

  async #changed(
    tx: Knex.Transaction,
    id: string,
    client: ClientKey,
    isCurrent: boolean,
  ) {
    if (isCurrent) await forgetCredentials(tx, id, client);
    await refreshExtras(tx, id);
  }

  async takeDay(
    id: string,
    client: ClientKey,
    since: string,
    now: string,
  ): Promise<boolean> {
    const taken = await this.#knex<SecretRow>(TABLE)
      .where({ connection_id: id, client, slot: 'current' })
      // A time in the future was stored while a clock was ahead.
      .where(row =>
        row.where('asked_at', '<', since).orWhere('asked_at', '>', now),
      )
      .update({ asked_at: now });
    return taken > 0;
  }

  async returnDay(
    id: string,
    client: ClientKey,
    version: string,
  ): Promise<void> {
    await this.#knex<SecretRow>(TABLE)
      .where({ connection_id: id, client, slot: 'current', version })
      .update({ asked_at: '' });
  }

  async noteResult(
    id: string,
    client: ClientKey,
    version: string,
    result: 'right' | 'wrong',
    at: string,
  ): Promise<void> {
    await this.#knex<SecretRow>(TABLE)
      .where({ connection_id: id, client, slot: 'current', version })
      .update({ result, result_at: at });
  }

  async listAll(limit: number, after?: SecretKeyColumns): Promise<SecretRow[]> {
    const rows = this.#knex<SecretRow>(TABLE)
      .orderBy(['connection_id', 'client', 'slot'])
      .limit(limit);
    if (after)
      rows.whereRaw('(connection_id, client, slot) > (?, ?, ?)', [
        after.connection_id,
        after.client,
        after.slot,
      ]);
    return rows;
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
}
