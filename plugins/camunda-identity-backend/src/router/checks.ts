import type {
  BackstageCredentials,
  BackstageUserPrincipal,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Request, Response } from 'express';
import type {
  Report,
  ReportTrigger,
} from 'backstage-plugin-camunda-identity-common';
import { ROUTES } from 'backstage-plugin-camunda-identity-common/openapi';
import { noteOutcome } from '../audit/auditRequests';
import type { Checks, RunOptions } from '../checks/ChecksService';
import { errorEvent } from './errors';
import { closeSignal, EventStream, wantsStream } from './stream';
import type { ConnectionRef } from '../input/ConnectionRef';
import { SENT, type OperationRouter } from './OperationRouter';

/** The trigger of a run: a person, or the scaffolder on a person's behalf. */
function triggerOf({ principal }: BackstageCredentials): ReportTrigger {
  const actor = (principal as Partial<BackstageUserPrincipal>).actor?.subject;
  return actor === 'plugin:scaffolder' ? 'scaffolder' : 'manual';
}

/** Answers with one report, or with a stream of events. */
async function answer(
  req: Request,
  res: Response,
  status: number,
  logger: LoggerService,
  run: (watch: Omit<RunOptions, 'caller'>) => Promise<Report>,
): Promise<typeof SENT> {
  const signal = closeSignal(res);
  if (!wantsStream(req)) {
    try {
      const report = await run({ signal });
      res.status(status).set('Cache-Control', 'no-store').json(report);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
    return SENT;
  }
  const stream = new EventStream(res, status);
  try {
    const report = await run({
      signal,
      onPlan: plan =>
        stream.send('plan', {
          codes: [...new Set(plan.map(({ code }) => code))],
        }),
      onFinding: finding => stream.send('finding', finding),
    });
    stream.send('report', report);
  } catch (error) {
    if (!stream.started) {
      if (signal.aborted) return SENT;
      throw error;
    }
    noteOutcome(res, { failed: true });
    stream.send('error', errorEvent(error, logger));
  }
  stream.end();
  return SENT;
}

export function addCheckRoutes(
  router: OperationRouter,
  options: { logger: LoggerService; checks: Checks<ConnectionRef> },
) {
  const { logger, checks } = options;

  router.on('checkConnection', async ({ params, body, caller, req, res }) =>
    answer(req, res, ROUTES.checkConnection.status, logger, watch =>
      checks.checkRecord(
        { id: params.id },
        body.secrets,
        triggerOf(caller.credentials),
        { caller, ...watch },
      ),
    ),
  );

  router.on('checkProvider', async ({ body, caller, req, res }) =>
    answer(req, res, ROUTES.checkProvider.status, logger, watch =>
      checks.checkDraft(body, { caller, ...watch }),
    ),
  );

  router.on('listReports', ({ params: { id }, query, caller }) =>
    checks.listReports({ id }, query, { caller }),
  );

  router.on('getReport', ({ params: { id, reportId }, caller }) =>
    checks.getReport({ id }, reportId, { caller }),
  );
}
