import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Request, RequestHandler, Response } from 'express';
import {
  ROUTES,
  type Route,
  type RouteAudit,
} from 'backstage-plugin-camunda-identity-common/openapi';
import type { Audit, AuditedAction } from './Audit';

interface Rule {
  method: string;
  path: RegExp;
  audit: RouteAudit;
}

/** Audited operations, each with the path pattern that Express uses. */
const RULES: readonly Rule[] = Object.values<Route>(ROUTES).flatMap(
  ({ method, path, audit }) =>
    audit
      ? [
          {
            method: method.toUpperCase(),
            path: new RegExp(
              `^${path
                .replace(/:(id|client)\b/g, '(?<$1>[^/]+)')
                .replace(/:\w+/g, '[^/]+')}/?$`,
            ),
            audit,
          },
        ]
      : [],
);

/** A path contains whatever the caller typed; only valid ids are logged. */
function plain(part: string | undefined): string | undefined {
  if (!part) return undefined;
  try {
    const text = decodeURIComponent(part);
    return /^[\w.-]{1,64}$/.test(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

function actionOf(req: Request): AuditedAction | undefined {
  for (const { method, path, audit } of RULES) {
    const match = req.method === method ? path.exec(req.path) : null;
    if (match) {
      const { actionType, ...action } = audit;
      const connectionId = plain(match.groups?.id);
      const client = plain(match.groups?.client);
      return {
        ...action,
        request: req,
        meta: {
          actionType,
          ...(connectionId ? { connectionId } : {}),
          ...(client ? { client } : {}),
        },
      };
    }
  }
  return undefined;
}

/** What a route adds to the audit event of a call. */
interface Outcome {
  /** Id of a record that was just created. */
  connectionId?: string;
  /** Error that ended an answer after its status was sent. */
  failed?: boolean;
}

const outcomes = new WeakMap<Response, Outcome>();

/** Adds information to the audit event that the middleware cannot see. */
export function noteOutcome(res: Response, outcome: Outcome) {
  outcomes.set(res, { ...outcomes.get(res), ...outcome });
}

/**
 * Audits every write and every check over HTTP together with its outcome. Must run before bodies are read,
 * since a call whose body is refused is an attempt too.
 */
export function auditRequests(
  audit: Audit,
  logger: LoggerService,
): RequestHandler {
  return async (req, res, next) => {
    const action = actionOf(req);
    if (!action) return next();
    const event = await audit.begin(action);
    let ended = false;
    const end = (outcome: () => Promise<void>) => {
      if (ended) return;
      ended = true;
      outcome().catch(error =>
        logger.error(`An audit event could not be ended: ${error}`),
      );
    };
    res.on('finish', () => {
      const { statusCode: status } = res;
      const { connectionId, failed } = outcomes.get(res) ?? {};
      end(() =>
        status < 400 && !failed
          ? event.success({ status, ...(connectionId ? { connectionId } : {}) })
          : event.fail(undefined, { status }),
      );
    });
    // The caller disconnected before the answer.
    res.on('close', () => end(() => event.fail(undefined, { status: 499 })));
    return next();
  };
}
