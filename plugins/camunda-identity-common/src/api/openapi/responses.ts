import type { Operation } from '../operations/types';
import type { Route } from '../routes';

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

export const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const STREAM = {
  'text/event-stream': {
    schema: {
      type: 'string',
      description:
        'The same as it happens: events `plan` (codes to come), `finding`, then `report` or `error`',
    },
  },
};

function failureOf(code: number) {
  return {
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
  };
}

/** What an operation answers, good and bad. */
export function responsesOf(route: Route, operation: Operation) {
  const { answer, alternatives = {}, failures = [] } = operation;
  const failing = route.open
    ? // A browser is sent on, whatever it brings.
      [503]
    : [...ALWAYS, ...failures];
  const others = Object.fromEntries(
    Object.entries(alternatives).map(([type, description]) => [
      type,
      { schema: { type: 'string', description } },
    ]),
  );
  return {
    [route.status]: {
      description: operation.summary,
      ...(route.etag
        ? {
            headers: {
              ETag: {
                description: 'For If-Match of a later change',
                schema: { type: 'string' },
              },
            },
          }
        : {}),
      ...(answer
        ? {
            content: {
              'application/json': { schema: ref(answer.name) },
              ...others,
              ...(route.stream ? STREAM : {}),
            },
          }
        : {}),
    },
    ...Object.fromEntries(failing.map(code => [String(code), failureOf(code)])),
  };
}
