import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { NotFoundError } from '@backstage/errors';
import { z as zod } from 'zod';
import { declaredInput, optional, withoutNothing } from './declared';
import { parseInput } from './parseInput';
import { referenceInput, referenceSchema, toRef } from './reference';
import { FINDING_RESULTS } from './reportOutput';
import { findingOutput, shortFinding } from './summary';
import type { ActionServices } from './types';

export const getReportInput = referenceSchema.safeExtend({
  reportId: zod.string().min(1).max(100).optional(),
  result: zod
    .enum(FINDING_RESULTS, {
      error: `expected one of ${FINDING_RESULTS.join(', ')}`,
    })
    .optional(),
});

export function registerGetReport(
  registry: ActionsRegistryService,
  { callers, checks }: ActionServices,
) {
  registry.register({
    name: 'get-report',
    title: 'Get a report of a Camunda OIDC check',
    description:
      'Reads a stored report of the checks of a connection, with every finding; the newest one where no reportId is given. Checks nothing: check-connection runs a new check.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        declaredInput(z, {
          ...referenceInput(z),
          reportId: optional(z, z.string(), 'From a check or a connection'),
          result: optional(
            z,
            z.enum(FINDING_RESULTS),
            'Only findings with this result',
          ),
        }),
      output: z =>
        z.object({
          reportId: z.string(),
          status: z.string(),
          finishedAt: z.string(),
          findings: z.array(findingOutput(z)),
        }),
    },
    examples: [
      {
        title: 'What failed last',
        input: { name: 'payments-prod', result: 'fail' },
      },
    ],
    async action({ input, credentials }) {
      const { reportId, result, ...reference } = parseInput(
        getReportInput,
        withoutNothing(input),
      );
      const caller = await callers.resolve(credentials);
      const ref = toRef(reference);
      let id = reportId;
      if (!id) {
        const { items } = await checks.listReports(
          ref,
          { limit: 1 },
          { caller },
        );
        id = items[0]?.id;
      }
      if (!id)
        throw new NotFoundError('This connection has not been checked yet');
      const report = await checks.getReport(ref, id, { caller });
      return {
        output: {
          reportId: report.id,
          status: report.status,
          finishedAt: report.finishedAt,
          findings: report.findings
            .filter(entry => !result || entry.result === result)
            .map(shortFinding),
        },
      };
    },
  });
}
