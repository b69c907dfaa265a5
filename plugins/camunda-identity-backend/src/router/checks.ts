import type {
  BackstageCredentials,
  BackstageUserPrincipal,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Request, Response, Router } from 'express';
import {
  checkBodySchema,
  createDraftSchema,
  historyQuerySchema,
  type ProviderContext,
  type Report,
  type ReportTrigger,
} from 'backstage-plugin-camunda-identity-common';
import { noteOutcome } from '../audit/auditRequests';
import type { Checks, RunOptions } from '../checks/ChecksService';
import { errorEvent } from './errors';
import { parseBody, parseOptionalBody, parseQuery } from '../input/parse';
import { closeSignal, EventStream, wantsStream } from './stream';
import type { ConnectionRef } from '../input/ConnectionRef';
import type { CallerOf } from './callerOf';

/** Who pressed the button: a person, or the scaffolder on a person's behalf. */
function triggerOf({ principal }: BackstageCredentials): ReportTrigger {
  const actor = (principal as Partial<BackstageUserPrincipal>).actor?.subject;
  return actor === 'plugin:scaffolder' ? 'scaffolder' : 'manual';
}

/** Answers a run as one report, or event by event. */
async function answer(
  req: Request,
  res: Response,
  status: number,
  logger: LoggerService,
  run: (watch: Omit<RunOptions, 'caller'>) => Promise<Report>,
) {
  const signal = closeSignal(res);
  if (!wantsStream(req)) {
    try {
      const report = await run({ signal });
      res.status(status).set('Cache-Control', 'no-store').json(report);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
    return;
  }
  const stream = new EventStream(res);
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
      if (signal.aborted) return;
      throw error;
    }
    noteOutcome(res, { failed: true });
    stream.send('error', errorEvent(error, logger));
  }
  stream.end();
}

export function addCheckRoutes(
  router: Router,
  options: {
    callerOf: CallerOf;
    logger: LoggerService;
    checks: Checks<ConnectionRef>;
    providers: ProviderContext;
  },
) {
  const { callerOf, logger, checks } = options;
  const draft = createDraftSchema({
    clouds: Object.keys(options.providers.clouds),
  });

  router.post('/v1/connections/:id/checks', async (req, res) => {
    const caller = await callerOf(req);
    const { secrets } = parseOptionalBody(checkBodySchema, req);
    await answer(req, res, 201, logger, watch =>
      checks.checkRecord(
        { id: req.params.id },
        secrets,
        triggerOf(caller.credentials),
        {
          caller,
          ...watch,
        },
      ),
    );
  });

  router.post('/v1/provider-checks', async (req, res) => {
    const caller = await callerOf(req);
    const input = parseBody(draft, req);
    await answer(req, res, 200, logger, watch =>
      checks.checkDraft(input, { caller, ...watch }),
    );
  });

  router.get('/v1/connections/:id/checks', async (req, res) => {
    const caller = await callerOf(req);
    const query = parseQuery(historyQuerySchema, req);
    const page = await checks.listReports({ id: req.params.id }, query, {
      caller,
    });
    res.set('Cache-Control', 'no-store').json(page);
  });

  router.get('/v1/connections/:id/checks/:reportId', async (req, res) => {
    const caller = await callerOf(req);
    const { id, reportId } = req.params;
    const report = await checks.getReport({ id }, reportId, { caller });
    res.set('Cache-Control', 'no-store').json(report);
  });
}
