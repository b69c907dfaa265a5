import { createParser, type EventSourceMessage } from 'eventsource-parser';
import type { CheckEvent } from './types';

function toCheckEvent({
  event,
  data,
}: EventSourceMessage): CheckEvent | undefined {
  const value = JSON.parse(data);
  switch (event) {
    case 'plan':
      return { type: 'plan', codes: value.codes };
    case 'finding':
      return { type: 'finding', finding: value };
    case 'report':
      return { type: 'report', report: value };
    case 'error':
      return { type: 'error', error: value.error };
    default:
      return undefined;
  }
}

/**
 * Reads the event stream of a check, event by event.
 *
 * @public
 */
export async function* readCheckEvents(
  response: Response,
): AsyncGenerator<CheckEvent> {
  if (!response.body) return;
  const pending: CheckEvent[] = [];
  const parser = createParser({
    onEvent(message) {
      const event = toCheckEvent(message);
      if (event) pending.push(event);
    },
  });
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      parser.feed(decoder.decode(value, { stream: true }));
      yield* pending.splice(0);
    }
  } finally {
    // Leaving early closes the connection, which cancels the run.
    await reader.cancel().catch(() => {});
  }
}
