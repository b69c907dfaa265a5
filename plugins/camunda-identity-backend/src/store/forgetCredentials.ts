import type { ClientKey } from 'backstage-plugin-camunda-identity-common';
import type { Knex } from 'knex';
import { withoutCredentials } from '../record/health';
import { noteHealthChange } from './HealthOutbox';
import { fromRow, healthColumns, type ConnectionRow } from './rows';

/**
 * Removes verdicts on a replaced or deleted secret from the record's health, and makes the record due at once.
 * Belongs in the transaction that changes the secret, which holds the lock on the record.
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
  // A running check uses the previous secret, so it loses its lease.
  await tx('check_schedule')
    .where({ connection_id: id })
    .update({ due_at: new Date().toISOString(), ticket: '', failures: 0 });
}
