import type { Dispatcher } from 'undici';
import { readLimited } from './body';
import { GuardedRequestError } from './errors';

export interface ReadAnswerOptions {
  url: URL;
  /** Accept JSON only. */
  json: boolean;
  /** Bytes, after decompression. */
  maxBodyBytes: number;
  /** Called before the body is read. */
  onHeaders(headers: Headers): void;
}

const REDIRECTS = [301, 302, 303, 307, 308];

/** Statuses for which a Response must not have a body. */
const NULL_BODY = [204, 205, 304];

const JSON_TYPE = /^application\/(json|[\w.!#$&^+-]+\+json)$/;

function headersOf(raw: Dispatcher.ResponseData['headers']): Headers {
  const headers = new Headers();
  // Headers with invalid characters are dropped instead of failing the check.
  for (const [name, value] of Object.entries(raw))
    for (const entry of Array.isArray(value) ? value : [value ?? ''])
      if (/^[\t\x20-\x7e\x80-\xff]*$/.test(entry)) headers.append(name, entry);
  return headers;
}

/** The target of a redirect: host only, since the rest may contain sensitive data. */
function targetOf(location: string | null, url: URL): string {
  return location !== null && URL.canParse(location, url.href)
    ? new URL(location, url.href).host || 'an address without a host'
    : 'nowhere';
}

function assertUsable(status: number, headers: Headers, url: URL): void {
  if (REDIRECTS.includes(status)) {
    const location = headers.get('location');
    const target = targetOf(location, url);
    throw new GuardedRequestError(
      'transport.redirect',
      `${url.origin} redirects ${url.pathname} to ${target} (status ${status}); redirects are not followed`,
      {
        status,
        redirect:
          location !== null && URL.canParse(location, url.href)
            ? new URL(location, url)
            : undefined,
        remedy:
          target === url.host
            ? undefined
            : `If ${target} is your provider, configure its address.`,
      },
    );
  }
  // A server that says when to retry is not broken (RFC 9110 section 10.2.3).
  if (status === 429 || (status === 503 && headers.has('retry-after'))) {
    const after = Number(headers.get('retry-after'));
    throw new GuardedRequestError(
      'transport.rate-limited',
      status === 429
        ? `${url.origin} asks to send fewer requests (status 429)`
        : `${url.origin} asks to come later (status 503)`,
      {
        status,
        remedy: after > 0 ? `Run again after ${after} seconds.` : undefined,
      },
    );
  }
}

/**
 * Converts an answer to a Response with its body read.
 *
 * @throws GuardedRequestError for answers that `json` does not accept, and for a body beyond the limit
 */
export async function readAnswer(
  { statusCode: status, headers: raw, body }: Dispatcher.ResponseData,
  { url, json, maxBodyBytes, onHeaders }: ReadAnswerOptions,
): Promise<Response> {
  // RFC 9110 section 15; a Response accepts no others.
  if (status < 200 || status > 599)
    throw new GuardedRequestError(
      'transport.broken-answer',
      `${url.origin} answers with the status ${status}, which does not exist`,
    );
  const headers = headersOf(raw);
  onHeaders(headers);
  if (json) assertUsable(status, headers, url);
  const type = (headers.get('content-type') ?? '').split(';')[0].trim();
  const isJson = JSON_TYPE.test(type.toLowerCase());
  let bytes = await readLimited(
    body,
    headers.get('content-encoding') ?? '',
    maxBodyBytes,
    url.origin,
  );
  headers.delete('content-encoding');
  headers.delete('content-length');
  if (json && !isJson && bytes.byteLength > 0) {
    if (status >= 200 && status < 300)
      throw new GuardedRequestError(
        'transport.content-type',
        `${url.origin}${url.pathname} answers with ${
          /^[\w.+/-]{1,100}$/.test(type) ? type : 'no content type'
        } instead of application/json`,
        { status },
      );
    // Error pages are not quoted, so that nobody can read other people's pages through this portal.
    bytes = Buffer.alloc(0);
  }
  // openid-client accepts application/json only; `+json` means the same (RFC 6839 section 3.1).
  if (isJson) headers.set('content-type', 'application/json');
  return new Response(NULL_BODY.includes(status) ? null : bytes, {
    status,
    headers,
  });
}
