import type { Operation } from './types';

/** Why a call fails, by status. */
const FAILURES: Record<number, string> = {
  400: 'Every problem of body or query, as `path: what is wrong`',
  401: 'No credential',
  403: 'Readable, but not yours to change',
  404: 'Not there, or not yours to read',
  409: 'Against what is stored; the message says what',
  412: 'Changed since it was read',
  413: 'A body of more than 256 KiB',
  428: 'The header If-Match is missing',
  429: 'Too many in a minute; Retry-After says when',
  503: 'The database does not answer; try again in a moment',
};

/** Of every call; the rest each operation lists. */
const ALWAYS = [400, 401, 503];

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** What a call answers, good and bad. */
export function responsesOf(operation: Operation) {
  const { status, answer, alternatives, etag, failures = [] } = operation;
  const failed = [...ALWAYS, ...failures].map(code => [
    String(code),
    {
      description: FAILURES[code],
      ...(code === 429
        ? {
            headers: {
              'Retry-After': {
                description: 'Seconds',
                schema: { type: 'integer' },
              },
            },
          }
        : {}),
      content: { 'application/json': { schema: ref('Error') } },
    },
  ]);
  const others = Object.entries(alternatives ?? {}).map(
    ([type, description]) => [
      type,
      { schema: { type: 'string', description } },
    ],
  );
  // An event stream is 200, whatever the report is answered with.
  const streams = status === 201 ? others : [];
  const content = {
    ...(answer ? { 'application/json': { schema: ref(answer) } } : {}),
    ...Object.fromEntries(status === 201 ? [] : others),
  };
  return {
    [status]: {
      description: operation.summary,
      ...(etag
        ? {
            headers: {
              ETag: {
                description: 'For If-Match of a later change',
                schema: { type: 'string' },
              },
            },
          }
        : {}),
      ...(answer ? { content } : {}),
    },
    ...(streams.length > 0
      ? {
          200: {
            description: 'The same, as it happens',
            content: Object.fromEntries(streams),
          },
        }
      : {}),
    ...Object.fromEntries(failed),
  };
}
