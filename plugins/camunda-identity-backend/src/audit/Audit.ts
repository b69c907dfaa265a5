import type {
  AuditorService,
  AuditorServiceEventSeverityLevel,
} from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type { Request } from 'express';

/** An audit event. `meta` holds ids, references and names of actions only: never a secret, never a claim value. */
export interface AuditedAction {
  /** Kebab-case. */
  eventId:
    | 'connection-mutate'
    | 'initial-claim-mutate'
    | 'secret-mutate'
    | 'secret-use'
    | 'connection-check'
    | 'login-test';
  severityLevel?: AuditorServiceEventSeverityLevel;
  meta: JsonObject;
  /** Names the actor. */
  request?: Request;
}

/** An error for the audit log: only its kind, since messages may quote input. */
function nameOnly(error: unknown): Error {
  const name = error instanceof Error ? error.name : 'Error';
  const bare = new Error(name);
  bare.name = name;
  bare.stack = undefined;
  return bare;
}

/** The only writer to Backstage's auditor. */
export class Audit {
  readonly #auditor: AuditorService;

  constructor(auditor: AuditorService) {
    this.#auditor = auditor;
  }

  /** Begins an event; the caller ends it with the outcome. */
  async begin(action: AuditedAction) {
    const event = await this.#auditor.createEvent({
      eventId: action.eventId,
      severityLevel: action.severityLevel ?? 'medium',
      request: action.request,
      meta: action.meta,
    });
    return {
      success: (meta?: JsonObject) => event.success({ meta }),
      fail: (error: unknown, meta?: JsonObject) =>
        event.fail({ error: nameOnly(error), meta }),
    };
  }

  /** Runs `fn` within an event. */
  async record<T>(action: AuditedAction, fn: () => Promise<T>): Promise<T> {
    const event = await this.begin(action);
    let result: T;
    try {
      result = await fn();
    } catch (error) {
      await event.fail(error);
      throw error;
    }
    await event.success();
    return result;
  }
}
