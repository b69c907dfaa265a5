import * as api from './generated/hey-api';
import { client } from './generated/hey-api/client.gen';
import { newConnection, type Outcome, type Target } from './outcome';

/** What somebody writes with the client that hey-api generates. */
export async function run(target: Target): Promise<Outcome> {
  const { baseUrl, authorization, issuer } = target;
  client.setConfig({ baseUrl, headers: { Authorization: authorization } });
  const created = await api.createConnection({
    body: newConnection('hey-api', issuer),
  });
  if (!created.data) throw new Error(created.error.error.message);
  const path = { id: created.data.id };
  const list = await api.listConnections({
    query: { view: 'summary', limit: 5 },
  });
  const read = await api.getConnection({ path });
  if (!read.data) throw new Error(read.error.error.message);
  const zeebe = read.data.components.zeebe!;
  const changed: api.Components = {
    ...read.data.components,
    zeebe: { ...zeebe, audience: 'changed' },
  };
  const headers = { 'If-Match': read.data.etag };
  const patched = await api.updateConnection({
    path,
    headers,
    body: { components: changed, provider: read.data.provider },
  });
  const stale = await api.updateConnection({
    path,
    headers,
    body: { title: 'T' },
  });
  const check = await api.checkConnection({ path });
  if (!check.data) throw new Error(check.error.error.message);
  const report: api.Report = check.data;
  const kept = await api.getReport({ path: { ...path, reportId: report.id } });
  const missing = await api.getConnection({ path: { id: 'nope' } });
  const refused = await api.checkProvider({
    body: { provider: { type: 'GENERIC', issuer: 'idp' } },
  });
  return {
    created: created.data.name,
    listed: list.data?.items.map(({ name }) => name) ?? [],
    clientId: read.data.components.identity.clientId,
    audience: patched.data?.components.zeebe?.audience,
    stale: {
      status: stale.response?.status ?? 0,
      name: stale.error?.error.name ?? '',
    },
    check: {
      status: report.status,
      codes: report.findings.map(({ code }) => code),
    },
    kept:
      kept.data?.findings.length === report.findings.length
        ? kept.data.id
        : undefined,
    missing: {
      status: missing.response?.status ?? 0,
      name: missing.error?.error.name ?? '',
      message: missing.error?.error.message ?? '',
    },
    refused: {
      status: refused.response?.status ?? 0,
      message: refused.error?.error.message ?? '',
    },
  };
}
