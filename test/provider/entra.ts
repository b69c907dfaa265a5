import { randomUUID } from 'node:crypto';
import type { KoaContextWithOIDC } from 'oidc-provider';

interface EntraError {
  code: number;
  status: number;
  error: string;
  text: string;
}

/** What Entra would say where the local provider says `error`. */
function translate(
  error: string,
  clientId: string,
  known: boolean,
): EntraError | undefined {
  if (error === 'invalid_client' && !known)
    return {
      code: 700016,
      status: 400,
      error: 'unauthorized_client',
      text: `Application with identifier '${clientId}' was not found in the directory.`,
    };
  if (error === 'invalid_client')
    return {
      code: 7000215,
      status: 401,
      error,
      text: `Invalid client secret provided. The value is needed, not the ID, for app '${clientId}'.`,
    };
  if (error === 'invalid_scope')
    return {
      code: 70011,
      status: 400,
      error,
      text: 'The provided value for the input parameter scope is not valid.',
    };
  return undefined;
}

function basicClientId(header: string | undefined): string | undefined {
  if (!header?.startsWith('Basic ')) return undefined;
  const [id] = Buffer.from(header.slice(6), 'base64').toString().split(':');
  return decodeURIComponent(id);
}

function body(entry: EntraError) {
  return {
    error: entry.error,
    error_description: `AADSTS${entry.code}: ${entry.text}`,
    error_codes: [entry.code],
    timestamp: new Date().toISOString(),
    trace_id: randomUUID(),
    correlation_id: randomUUID(),
  };
}

/**
 * Answers errors of the token endpoint in Entra's shape, and insists on a scope for client credentials as
 * Entra does.
 */
export async function entraErrors(
  ctx: KoaContextWithOIDC,
  next: () => Promise<unknown>,
): Promise<void> {
  await next();
  if (!ctx.path.endsWith('/oauth2/v2.0/token')) return;
  const params = ctx.oidc?.params as Record<string, string> | undefined;
  if (
    ctx.status === 200 &&
    params?.grant_type === 'client_credentials' &&
    !params.scope
  ) {
    ctx.status = 400;
    ctx.body = body({
      code: 90014,
      status: 400,
      error: 'invalid_request',
      text: "The required field 'scope' is missing from the credential.",
    });
    return;
  }
  const error = (ctx.body as { error?: string } | undefined)?.error;
  if (ctx.status < 400 || !error) return;
  const clientId =
    basicClientId(ctx.get('authorization')) ?? params?.client_id ?? '';
  const entry = translate(error, clientId, Boolean(ctx.oidc?.client));
  if (!entry) return;
  ctx.status = entry.status;
  ctx.body = body(entry);
}
