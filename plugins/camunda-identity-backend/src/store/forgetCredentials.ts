import type { ClientKey } from 'backstage-plugin-camunda-identity-common';
import type { Knex } from 'knex';
import { withoutCredentials } from '../record/health';
import { noteHealthChange } from './HealthOutbox';
import { fromRow, healthColumns, type ConnectionRow } from './rows';

/**
 * Takes out of a record's health what was found of a secret that is no longer the stored one, and has the
 * record checked at once. Belongs into the transaction that changes the secret; the record is locked there.
 */
export async function forgetCredentials(
  tx: Knex.Transaction,
  id: string,
  client: ClientKey,
) {
  const row: ConnectionRow | undefined = await tx('connections')
    .where({ id })
    .first();
  if (!row) return;
  const before = fromRow(row);
  const after = withoutCredentials(before, client);
  await tx('connections').where({ id }).update(healthColumns(after));
  await noteHealthChange(tx, {
    id,
    before: before.status,
    after: after.status,
  });
  // A run that has begun was made with the secret before: its lease is gone.
  await tx('check_schedule')
    .where({ connection_id: id })
    .update({ due_at: new Date().toISOString(), ticket: '', failures: 0 });
}
