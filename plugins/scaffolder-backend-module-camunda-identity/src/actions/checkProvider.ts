import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { createDraftSchema } from 'backstage-plugin-camunda-identity-common/schema';
import type { Report } from 'backstage-plugin-camunda-identity-common/client';
import { createClient, type ActionOptions } from '../createClient';
import { parseInput } from '../parse';
import { examples } from './checkProvider.examples';

const FAIL_ON = ['fail', 'warn', 'never'] as const;

/** Results that stop the task. */
const STOPS: Record<(typeof FAIL_ON)[number], readonly string[]> = {
  fail: ['fail'],
  warn: ['fail', 'warn'],
  never: [],
};

function describe(report: Report, results: readonly string[]): string {
  return report.findings
    .filter(({ result }) => results.includes(result))
    .map(
      ({ title, message, remedy }) =>
        `${title}: ${message}${remedy ? ` — ${remedy}` : ''}`,
    )
    .join('\n');
}

/**
 * `camunda-identity:provider:check` checks a provider, or a record that is registered, and stops the task
 * with the findings where it cannot be used.
 *
 * @public
 */
export function createProviderCheckAction(options: ActionOptions) {
  return createTemplateAction({
    id: 'camunda-identity:provider:check',
    description:
      'Checks an OpenID provider for Camunda and stops with the findings where it cannot be used',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        connectionId: z =>
          z
            .string({
              description:
                'A registered connection; otherwise give the provider',
            })
            .optional(),
        provider: z => z.record(z.any()).optional(),
        camundaVersion: z => z.string().optional(),
        components: z => z.record(z.any()).optional(),
        initialClaim: z => z.record(z.any()).optional(),
        failOn: z =>
          z
            .enum(FAIL_ON, {
              description: 'Findings that stop the task; default: fail',
            })
            .optional(),
      },
      output: {
        status: z => z.string({ description: 'pass, warn, fail or unknown' }),
        findings: z => z.array(z.record(z.any())),
        reportId: z => z.string(),
      },
    },
    async handler(ctx) {
      const { connectionId, failOn = 'fail', ...draft } = ctx.input;
      if (Boolean(connectionId) === Boolean(draft.provider))
        throw new InputError('Give either connectionId or provider');
      const parsed = connectionId
        ? undefined
        : parseInput(createDraftSchema({ clouds: options.clouds }), draft);
      if (ctx.isDryRun) {
        ctx.logger.info('A dry run asks no provider');
        ctx.output('status', 'unknown');
        ctx.output('findings', []);
        ctx.output('reportId', '');
        return;
      }
      const client = await createClient(ctx, options);
      const report = connectionId
        ? await client.checkConnection(connectionId)
        : await client.checkProvider(parsed, ctx.signal);
      for (const { result, title, message } of report.findings)
        ctx.logger.info(`${result.toUpperCase()} ${title}: ${message}`);
      ctx.output('status', report.status);
      ctx.output(
        'findings',
        report.findings.map(entry => ({ ...entry })),
      );
      ctx.output('reportId', report.id);
      const results = STOPS[failOn];
      if (results.includes(report.status))
        throw new Error(
          `The provider cannot be used as it is:\n${describe(report, results)}`,
        );
    },
  });
}
