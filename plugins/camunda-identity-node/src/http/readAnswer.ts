import type { Dispatcher } from 'undici';
import { readLimited } from './body';
import { GuardedRequestError } from './errors';

export interface ReadAnswerOptions {
  url: URL;
  /** Take JSON only. */
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
  // What no header may hold is left out instead of ending the check.
  for (const [name, value] of Object.entries(raw))
    for (const entry of Array.isArray(value) ? value : [value ?? ''])
      if (/^[\t\x20-\x7e\x80-\xff]*$/.test(entry)) headers.append(name, entry);
  return headers;
}

/** Where a redirect points: host only, since the rest may hold what it should not. */
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
  // Whoever says when to come again does not say that it is broken (RFC 9110 section 10.2.3).
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
 * Makes a Response of an answer, with its body read.
 *
 * @throws GuardedRequestError for what `json` does not take, and for a body beyond the limit
 */
export async function readAnswer(
  { statusCode: status, headers: raw, body }: Dispatcher.ResponseData,
  { url, json, maxBodyBytes, onHeaders }: ReadAnswerOptions,
): Promise<Response> {
  // RFC 9110 section 15; a Response takes no other.
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
    // What an error page says is not repeated, so that nobody reads other people's pages through this portal.
    bytes = Buffer.alloc(0);
  }
  // openid-client takes application/json only; `+json` says the same (RFC 6839 section 3.1).
  if (isJson) headers.set('content-type', 'application/json');
  return new Response(NULL_BODY.includes(status) ? null : bytes, {
    status,
    headers,
  });
}
