import createClient from 'openapi-fetch';
import type { components, paths } from './generated/openapi-typescript';
import { newConnection, type Outcome, type Target } from './outcome';

type Components = components['schemas']['Components'];

/** What somebody writes with openapi-typescript and openapi-fetch. */
export async function run(target: Target): Promise<Outcome> {
  const { baseUrl, authorization, issuer } = target;
  // A check can also answer a stream, and configuration plain text; this client asks for JSON.
  const client = createClient<paths, 'application/json'>({
    baseUrl,
    headers: { Authorization: authorization },
  });
  const created = await client.POST('/v1/connections', {
    body: newConnection('openapi-typescript', issuer),
  });
  if (created.error) throw new Error(created.error.error.message);
  const path = { id: created.data.id };
  const list = await client.GET('/v1/connections', {
    params: { query: { view: 'summary', limit: 5 } },
  });
  const read = await client.GET('/v1/connections/{id}', { params: { path } });
  if (!read.data) throw new Error(read.error.error.message);
  const zeebe = read.data.components.zeebe!;
  const changed: Components = {
    ...read.data.components,
    zeebe: { ...zeebe, audience: 'changed' },
  };
  const patched = await client.PATCH('/v1/connections/{id}', {
    params: { path, header: { 'If-Match': read.data.etag } },
    body: { components: changed, provider: read.data.provider },
  });
  const stale = await client.PATCH('/v1/connections/{id}', {
    params: { path, header: { 'If-Match': read.data.etag } },
    body: { title: 'T' },
  });
  const check = await client.POST('/v1/connections/{id}/checks', {
    params: { path },
  });
  if (!check.data) throw new Error(check.error?.error.message);
  const kept = await client.GET('/v1/connections/{id}/checks/{reportId}', {
    params: { path: { ...path, reportId: check.data.id } },
  });
  const missing = await client.GET('/v1/connections/{id}', {
    params: { path: { id: 'nope' } },
  });
  const refused = await client.POST('/v1/provider-checks', {
    body: { provider: { type: 'GENERIC', issuer: 'idp' } },
  });
  return {
    created: created.data.name,
    listed: list.data?.items.map(({ name }) => name) ?? [],
    clientId: read.data.components.identity.clientId,
    audience: patched.data?.components.zeebe?.audience,
    stale: {
      status: stale.response.status,
      name: stale.error?.error.name ?? '',
    },
    check: {
      status: check.data.status,
      codes: check.data.findings.map(({ code }) => code),
    },
    kept:
      kept.data?.findings.length === check.data.findings.length
        ? kept.data?.id
        : undefined,
    missing: {
      status: missing.response.status,
      name: missing.error?.error.name ?? '',
      message: missing.error?.error.message ?? '',
    },
    refused: {
      status: refused.response.status,
      message: refused.error?.error.message ?? '',
    },
  };
}
