import type { Knex } from 'knex';
import { toReportRow } from '../../../plugins/camunda-identity-backend/src/store/reportRows';
import { toRow } from '../../../plugins/camunda-identity-backend/src/store/rows';
import { storedRecord } from './records';

/** How much there is; a quick look on a busy machine takes less. */
export const RECORDS = Number(process.env.BENCH_RECORDS ?? 100_000);
export const FINDINGS_PER_REPORT = 30;
export const OWNERS = 500;
export const ENTITIES = 20_000;

const STATUS = `case when n % 100 < 90 then 'pass' when n % 100 < 96 then 'warn'
  when n % 100 < 99 then 'fail' else 'unknown' end`;
const RANK = `case when n % 100 < 90 then 3 when n % 100 < 96 then 1
  when n % 100 < 99 then 0 else 2 end`;
const DAYS_AGO = (days: string) =>
  `to_char(now() at time zone 'utc' - (${days}) * interval '1 second', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

function finding(n: number) {
  return {
    code: `discovery.code-${n}`,
    result: 'pass',
    subject: { kind: 'client', client: 'optimize' },
    title: 'The discovery document answers',
    message: `The provider accepts client ID and secret of application ${n} (client_secret_basic)`,
    evidence: { authMethod: 'client_secret_basic' },
    durationMs: n,
  };
}

/** One record and one report as the plugin stores them, multiplied by the database. */
export async function fillConnections(knex: Knex) {
  const record = storedRecord('record-0', 'https://idp.example.com/realms/0');
  const at = new Date().toISOString();
  const findings = Array.from({ length: FINDINGS_PER_REPORT }, (_, n) =>
    finding(n),
  );
  const row = toRow({
    ...record,
    status: 'pass',
    checkedAt: at,
    verdicts: findings.map(({ code, subject }) => ({
      code,
      subject: subject as never,
      result: 'pass',
      at,
      reportId: record.id,
      basis: 'AAAAAAAAAAAAAAAA',
    })),
    recent: Array.from({ length: 30 }, () => ({
      status: 'pass',
      checkedAt: at,
      reportId: record.id,
    })),
  });
  const own: Record<string, string> = {
    id: "'00000000-0000-4000-8000-' || lpad(n::text, 12, '0')",
    name: "'record-' || n",
    entity_ref: `'system:default/system-' || n % ${ENTITIES}`,
    owner: `'group:default/team-' || n % ${OWNERS}`,
    camunda_version: "(array['8.5','8.6','8.7','8.8','8.9','8.10'])[1 + n % 6]",
    provider_type: "case when n % 10 = 0 then 'MICROSOFT' else 'GENERIC' end",
    data: "replace(t.data, 'record-0', 'record-' || n)",
    search_text:
      "replace(replace(t.search_text, ' 0 ', ' ' || n || ' '), ' realms ', ' realms city' || n % 1000 || ' ')",
    status: STATUS,
    status_rank: RANK,
    checked_at: DAYS_AGO('n % 86400'),
    updated_at: DAYS_AGO('n * 60'),
    secrets_expire_at: `case when n % 3 = 0 then ${DAYS_AGO(
      '-(n % 400) * 86400',
    )} else '' end`,
  };
  const columns = Object.keys(row);
  await knex.raw('create temporary table t as select * from connections');
  await knex('t').insert(row);
  await knex.raw(
    `insert into connections (${columns.join(', ')})
     select ${columns.map(name => own[name] ?? `t.${name}`).join(', ')}
     from t, generate_series(1, ${RECORDS}) n`,
  );
  await knex.raw('drop table t');
  await knex.raw(
    `insert into check_schedule (connection_id, due_at)
     select id, checked_at from connections`,
  );
  const report = toReportRow({
    id: 'x',
    connectionId: record.id,
    recordEtag: 'AAAAAAAAAAAAAAAAAAAAAA',
    trigger: 'schedule',
    status: 'pass',
    startedAt: at,
    finishedAt: at,
    durationMs: 120,
    summary: { pass: 30, info: 0, warn: 0, fail: 0, unknown: 0, skipped: 0 },
    findings: findings as never,
  });
  await knex.raw(
    `insert into check_reports (id, connection_id, record_etag, trigger, status,
       started_at, finished_at, duration_ms, summary, findings)
     select gen_random_uuid()::text, c.id, ?, ?, c.status, c.checked_at, c.checked_at, 120, ?, ?
     from connections c`,
    [report.record_etag, report.trigger, report.summary, report.findings],
  );
  await knex.raw('vacuum analyze');
}

/** As many Resources in Backstage's catalog, with the search rows that it makes of such entities. */
export async function fillCatalog(knex: Knex) {
  const entity = `json_build_object('apiVersion', 'backstage.io/v1alpha1', 'kind', 'Resource',
    'metadata', json_build_object('name', 'record-' || n, 'namespace', 'default', 'uid', id,
      'title', 'Camunda of record-' || n, 'tags', json_build_array('camunda', 'oidc'),
      'annotations', json_build_object('backstage.io/managed-by-location', 'url:https://example.com/record-' || n)),
    'spec', json_build_object('type', 'oidc-connection', 'owner', 'group:default/team-' || n % ${OWNERS},
      'dependencyOf', json_build_array('system:default/system-' || n % ${ENTITIES})),
    'relations', json_build_array(json_build_object('type', 'ownedBy', 'targetRef', 'group:default/team-' || n % ${OWNERS})))::text`;
  const rows = `(select n, '00000000-0000-4000-8000-' || lpad(n::text, 12, '0') as id,
    'resource:default/record-' || n as ref from generate_series(1, ${RECORDS}) n) e`;
  await knex.raw(
    `insert into refresh_state (entity_id, entity_ref, unprocessed_entity, errors, next_update_at, last_discovery_at)
     select id, ref, '{}', '[]', now() + interval '1 year', now() from ${rows}`,
  );
  await knex.raw(
    `insert into final_entities (entity_id, hash, final_entity, last_updated_at, entity_ref)
     select id, 'h', ${entity}, now(), ref from ${rows}`,
  );
  const search: Record<string, string> = {
    kind: "'resource'",
    'metadata.name': "'record-' || n",
    'metadata.namespace': "'default'",
    'metadata.title': "'camunda of record-' || n",
    'metadata.uid': 'id',
    'metadata.tags': "'camunda'",
    'metadata.tags.camunda': "'true'",
    'spec.type': "'oidc-connection'",
    'spec.owner': `'group:default/team-' || n % ${OWNERS}`,
    'spec.dependencyof': `'system:default/system-' || n % ${ENTITIES}`,
    'relations.ownedby': `'group:default/team-' || n % ${OWNERS}`,
  };
  for (const [key, value] of Object.entries(search))
    await knex.raw(
      `insert into search (entity_id, key, value, original_value)
       select id, ?, ${value}, ${value} from ${rows}`,
      [key],
    );
  await knex.raw('vacuum analyze');
}
