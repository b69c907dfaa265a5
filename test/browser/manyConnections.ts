import knex from 'knex';
import { randomUUID } from 'node:crypto';
import { toRow } from '../../plugins/camunda-identity-backend/src/store/rows';
import { sampleConnection } from '../../scripts/seed';

/** Titles as people give them, and the longest that the API takes. */
export const TITLES = {
  long: `${'An uncommonly long title of a connection '.repeat(5)}`.slice(
    0,
    200,
  ),
  unbroken: 'Donaudampfschifffahrtsgesellschaft'.repeat(6).slice(0, 200),
  arabic: 'مدفوعات (الإنتاج) 8.7 – Camunda',
  hebrew: 'תשלומים (ייצור)',
  emoji: '🏦 Payments 👩🏽‍💻👨‍👩‍👧‍👦 💶',
  markup: '<b>Payments</b> & "Co" %s',
} as const;

const STATUSES = ['pass', 'pass', 'pass', 'warn', 'unknown'] as const;
const VERSIONS = ['8.5', '8.6', '8.7', '8.8'] as const;
const DAY_MS = 86_400_000;

/** What is wanted of a number of rows. */
export interface Many {
  /** SQLite file of the backend. */
  database: string;
  issuer: string;
  count: number;
  /** So many of them, the first ones, belong to this entity. */
  entityRef: string;
  ofEntity: number;
}

/**
 * Writes records into the database of a portal as the backend stores them: through the API they would take
 * minutes. The first ones have the {@link TITLES}; every hundredth is failing.
 */
export async function addConnections(many: Many) {
  const database = knex({
    client: 'better-sqlite3',
    connection: { filename: many.database },
    useNullAsDefault: true,
  });
  const titles = Object.values(TITLES);
  const now = Date.now();
  const at = (ms: number) => new Date(ms).toISOString();
  const by = 'user:default/guest';
  const sample = sampleConnection(many.issuer);
  const rows = Array.from({ length: many.count }, (_, n) => {
    const number = String(n).padStart(5, '0');
    const mine = n < many.ofEntity;
    return toRow({
      id: randomUUID(),
      revision: 1,
      data: {
        ...sample,
        name: `many-${number}`,
        title: titles[n] ?? `Many ${number}`,
        entityRef: mine ? many.entityRef : `system:default/system-${number}`,
        owner: mine
          ? 'group:default/team-payments'
          : `group:default/team-${n % 40}`,
        camundaVersion: VERSIONS[n % VERSIONS.length],
        components: { identity: sample.components.identity! },
      } as never,
      claim: { state: 'pending' },
      verdicts: [],
      recent: [],
      status: n % 100 === 99 ? 'fail' : STATUSES[n % STATUSES.length],
      checkedAt: at(now - (n + 1) * 60_000),
      createdAt: at(now - DAY_MS),
      createdBy: by,
      updatedAt: at(now - DAY_MS),
      updatedBy: by,
    });
  });
  for (const [n, row] of rows.entries())
    if (n % 7 === 0) row.secrets_expire_at = at(now + ((n % 90) - 5) * DAY_MS);
  try {
    // SQLite takes so many values in one statement.
    await database.batchInsert('connections', rows, 100);
  } finally {
    await database.destroy();
  }
}
