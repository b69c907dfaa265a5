import {
  describeClients,
  secretsExpireAt,
  type ClientKey,
} from 'backstage-plugin-camunda-identity-common';
import type { Knex } from 'knex';
import type { StoredConnection } from '../record/StoredConnection';

/** Earliest expiry of a record's stored (current and next) and referenced secrets. */
async function earliest(
  tx: Knex,
  id: string,
  data: StoredConnection['data'],
): Promise<string> {
  const stored = await tx('stored_secrets')
    .where({ connection_id: id })
    .where('expires_at', '>', '')
    .min({ at: 'expires_at' })
    .first<{ at: string | null } | undefined>();
  const dates = [stored?.at, secretsExpireAt(data)].filter(Boolean);
  return dates.sort()[0] ?? '';
}

const HAS_EXTRAS = `case
  when exists (select 1 from stored_secrets s where s.connection_id = connections.id)
    or exists (select 1 from claim_warnings w where w.connection_id = connections.id)
  then 1 else 0 end`;

/**
 * Updates the columns derived from other tables: the earliest expiry of secrets, and whether those tables have
 * rows of the record. Call it at the end of a transaction that changes the record, its secrets or warnings.
 */
export async function refreshExtras(
  tx: Knex,
  id: string,
  data?: StoredConnection['data'],
) {
  const record = data ?? (await recordData(tx, id));
  if (!record) return;
  await tx('connections')
    .where({ id })
    .update({
      secrets_expire_at: await earliest(tx, id, record),
      has_extras: tx.raw(HAS_EXTRAS),
    });
}

/**
 * Deletes the stored secrets of clients that the record no longer has.
 *
 * @returns these clients
 */
export async function dropUnusedSecrets(
  tx: Knex,
  id: string,
  data: StoredConnection['data'],
): Promise<ClientKey[]> {
  const clients = describeClients(data).map(({ key }) => key);
  const unused = tx('stored_secrets')
    .where({ connection_id: id })
    .whereNotIn('client', clients);
  const dropped: Array<{ client: ClientKey }> = await unused
    .clone()
    .distinct('client');
  if (dropped.length > 0) await unused.delete();
  return dropped.map(({ client }) => client);
}

async function recordData(
  tx: Knex,
  id: string,
): Promise<StoredConnection['data'] | undefined> {
  const row = await tx('connections').where({ id }).forUpdate().first('data');
  return row && JSON.parse(row.data);
}
