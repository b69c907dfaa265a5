import * as api from './generated/orval/portal';
import type { Components, Report } from './generated/orval/portal.schemas';
import { newConnection, type Outcome, type Target } from './outcome';

/** The answer of a successful call, by its status. */
function ofStatus<
  R extends { status: number; data: unknown },
  S extends R['status'],
>(response: R, status: S): Extract<R, { status: S }>['data'] {
  if (response.status !== status)
    throw new Error(`expected ${status}: ${JSON.stringify(response)}`);
  return response.data;
}

/** What somebody writes with the fetch client that orval generates. */
export async function run(target: Target): Promise<Outcome> {
  const { authorization, issuer } = target;
  const options = { headers: { Authorization: authorization } };
  const created = ofStatus(
    await api.createConnection(newConnection('orval', issuer), options),
    201,
  );
  const { id } = created;
  const list = ofStatus(
    await api.listConnections({ view: 'summary', limit: 5 }, options),
    200,
  );
  const read = ofStatus(await api.getConnection(id, options), 200);
  const zeebe = read.components.zeebe!;
  const changed: Components = {
    ...read.components,
    zeebe: { ...zeebe, audience: 'changed' },
  };
  const header = { 'If-Match': read.etag };
  const patched = ofStatus(
    await api.updateConnection(
      id,
      { components: changed, provider: read.provider },
      header,
      options,
    ),
    200,
  );
  const stale = await api.updateConnection(id, { title: 'T' }, header, options);
  const answer = ofStatus(await api.checkConnection(id, {}, options), 201);
  // The other form of the answer is the stream's text, which was not requested.
  if (typeof answer === 'string') throw new Error(answer);
  const report: Report = answer;
  const kept = ofStatus(await api.getReport(id, report.id, options), 200);
  const missing = await api.getConnection('nope', options);
  const refused = await api.checkProvider(
    { provider: { type: 'GENERIC', issuer: 'idp' } },
    options,
  );
  const failure = (response: { data: unknown }) =>
    (response.data as { error: { name: string; message: string } }).error;
  return {
    created: created.name,
    listed: list.items.map(({ name }) => name),
    clientId: read.components.identity.clientId,
    audience: patched.components.zeebe?.audience,
    stale: { status: stale.status, name: failure(stale).name },
    check: {
      status: report.status,
      codes: report.findings.map(({ code }) => code),
    },
    kept: kept.findings.length === report.findings.length ? kept.id : undefined,
    missing: {
      status: missing.status,
      name: missing.status === 404 ? missing.data.error.name : '',
      message: failure(missing).message,
    },
    refused: {
      status: refused.status,
      message: refused.status === 400 ? refused.data.error.message : '',
    },
  };
}
