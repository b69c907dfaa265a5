import type { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { withoutTrailingSlash } from 'backstage-plugin-camunda-identity-common';
import type { ClaimWarning } from '../record/ClaimWarning';
import type { StoredConnection } from '../record/StoredConnection';

/*
 * Camunda applies the initial claim to a new database only. Deleting a record does not change that: the next
 * record for the same installation has to warn that a claim was applied before. Claim names and values are not
 * stored.
 */

interface Remembered {
  name: string;
  owner: string;
  entity_ref: string;
  claim_set_at: string;
  deleted_at: string;
}

/** A key that is equal for addresses of the same Identity. */
function urlHash({ components }: StoredConnection['data']): string {
  const url = new URL(components.identity.url);
  return createHash('sha256')
    .update(`${url.origin}${withoutTrailingSlash(url.pathname)}`)
    .digest('base64url');
}

function sameInstallation(tx: Knex, data: StoredConnection['data']) {
  return tx<Remembered>('deleted_claims').where(either =>
    either.where('name', data.name).orWhere('identity_url_hash', urlHash(data)),
  );
}

/** Remembers a record that is deleted while its claim is set, or while it has such a warning. */
export async function rememberDeleted(tx: Knex, record: StoredConnection) {
  const warning = await tx('claim_warnings')
    .where({ connection_id: record.id })
    .first('claim_set_at');
  const claimSetAt = record.claim.setAt ?? warning?.claim_set_at;
  if (!claimSetAt) return;
  await tx('deleted_claims').insert({
    id: record.id,
    name: record.data.name,
    identity_url_hash: urlHash(record.data),
    owner: record.data.owner,
    entity_ref: record.data.entityRef,
    claim_set_at: claimSetAt,
    deleted_at: new Date().toISOString(),
  });
}

/** Adds the warning to a record that is created for such an installation. */
export async function warnAnew(tx: Knex, record: StoredConnection) {
  if (record.claim.state === 'set') return;
  const before = await sameInstallation(tx, record.data)
    .orderBy('deleted_at', 'desc')
    .first('claim_set_at', 'deleted_at');
  if (!before) return;
  await tx('claim_warnings')
    .insert({
      connection_id: record.id,
      claim_set_at: before.claim_set_at,
      deleted_at: before.deleted_at,
    })
    .onConflict('connection_id')
    .merge();
}

/** As {@link warnAnew}, for a record that an edit has turned into one of another installation. */
export async function warnEdited(
  tx: Knex,
  before: StoredConnection,
  after: StoredConnection,
) {
  if (
    before.data.name !== after.data.name ||
    urlHash(before.data) !== urlHash(after.data)
  )
    await warnAnew(tx, after);
}

/** Removes the warning, since the claim is set by now or the database was recreated. */
export async function forgetWarning(
  tx: Knex,
  record: StoredConnection,
  kind: 'set' | 'changed' | 'reset',
) {
  await tx('claim_warnings').where({ connection_id: record.id }).delete();
  if (kind !== 'reset') return;
  // Records of other teams may have had the same address or name; their memory stays.
  const { owner, entityRef } = record.data;
  await sameInstallation(tx, record.data)
    .where(same => same.where({ owner }).orWhere({ entity_ref: entityRef }))
    .delete();
}

/** Warnings of records, by id. */
export async function claimWarnings(
  knex: Knex,
  ids: readonly string[],
): Promise<Map<string, ClaimWarning>> {
  const rows = ids.length
    ? await knex('claim_warnings').whereIn('connection_id', ids)
    : [];
  return new Map(
    rows.map(row => [
      row.connection_id,
      {
        claimSetAt: row.claim_set_at,
        deletedAt: row.deleted_at,
      },
    ]),
  );
}
