import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Request, RequestHandler } from 'express';
import type { Audit, AuditedAction } from './Audit';

type Rule = [
  method: string,
  path: RegExp,
  action: Pick<AuditedAction, 'eventId' | 'severityLevel'> & {
    actionType: string;
  },
];

const ID = '([^/]+)';
const RECORD = `^/v1/connections/${ID}`;
const SECRET = `${RECORD}/clients/${ID}/secret`;

const RULES: readonly Rule[] = [
  [
    'POST',
    /^\/v1\/connections\/?$/,
    { eventId: 'connection-mutate', actionType: 'create' },
  ],
  [
    'PATCH',
    new RegExp(`${RECORD}/?$`),
    { eventId: 'connection-mutate', actionType: 'update' },
  ],
  [
    'DELETE',
    new RegExp(`${RECORD}/?$`),
    { eventId: 'connection-mutate', actionType: 'delete' },
  ],
  [
    'POST',
    new RegExp(`${RECORD}/initial-claim/set/?$`),
    { eventId: 'initial-claim-mutate', actionType: 'set' },
  ],
  [
    'POST',
    new RegExp(`${RECORD}/initial-claim/changes/?$`),
    { eventId: 'initial-claim-mutate', actionType: 'change' },
  ],
  [
    'POST',
    new RegExp(`${RECORD}/initial-claim/reset/?$`),
    { eventId: 'initial-claim-mutate', actionType: 'reset' },
  ],
  [
    'PUT',
    new RegExp(`${SECRET}/?$`),
    { eventId: 'secret-mutate', severityLevel: 'high', actionType: 'put' },
  ],
  [
    'DELETE',
    new RegExp(`${SECRET}/?$`),
    { eventId: 'secret-mutate', severityLevel: 'high', actionType: 'delete' },
  ],
  [
    'POST',
    new RegExp(`${SECRET}/promote/?$`),
    { eventId: 'secret-mutate', severityLevel: 'high', actionType: 'promote' },
  ],
  [
    'POST',
    new RegExp(`${RECORD}/checks/?$`),
    { eventId: 'connection-check', severityLevel: 'low', actionType: 'check' },
  ],
  [
    'POST',
    /^\/v1\/provider-checks\/?$/,
    {
      eventId: 'connection-check',
      severityLevel: 'low',
      actionType: 'check-draft',
    },
  ],
];

/** Ids come out of a path as somebody typed them: only what can be one goes into the log. */
function plain(part: string | undefined): string | undefined {
  return part && /^[\w.-]{1,64}$/.test(part) ? part : undefined;
}

function actionOf(req: Request): AuditedAction | undefined {
  for (const [method, path, { actionType, ...action }] of RULES) {
    const match = req.method === method ? path.exec(req.path) : null;
    if (match) {
      const [, connectionId, client] = match.map(plain);
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

/** Audits every write and every check that comes over HTTP, with how it was answered. */
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
      end(() =>
        status < 400
          ? event.success({ status })
          : event.fail(undefined, { status }),
      );
    });
    // The caller went away before the answer.
    res.on('close', () => end(() => event.fail(undefined, { status: 499 })));
    return next();
  };
}
