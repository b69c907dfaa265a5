import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { createDraftSchema } from 'backstage-plugin-camunda-identity-common/schema';
import type {
  CheckEvent,
  Report,
} from 'backstage-plugin-camunda-identity-common/client';
import { findInputId } from '../connectionId';
import { cloudNames, createClient, type ActionOptions } from '../createClient';
import { parseInput } from '../parse';
import { withShapes } from '../shapes';
import { examples } from './checkProvider.examples';

const FAIL_ON = ['provider', 'fail', 'warn', 'never'] as const;

type Stops = (finding: Report['findings'][number]) => boolean;

/**
 * Findings that stop the task. What is wrong with an application (a redirect URI that is not registered yet)
 * can be mended after the run; a provider that cannot be used makes the rest pointless.
 */
const STOPS: Record<(typeof FAIL_ON)[number], Stops> = {
  provider: ({ result, subject }) =>
    result === 'fail' && subject.kind === 'provider',
  fail: ({ result }) => result === 'fail',
  warn: ({ result }) => ['fail', 'warn'].includes(result),
  never: () => false,
};

/**
 * Writes each finding into the task's log when it comes. What passed, and what only follows from another
 * finding, is left to the report.
 */
async function follow(
  events: AsyncIterable<CheckEvent>,
  logger: Pick<LoggerService, 'info'>,
): Promise<Report> {
  for await (const event of events) {
    if (event.type === 'plan')
      logger.info(`${event.codes.length} checks to come`);
    else if (event.type === 'report') return event.report;
    else if (event.type === 'error') throw new Error(event.error.message);
    else if (event.type === 'finding') {
      const { result, title, message, subject, causedBy } = event.finding;
      if (['pass', 'skipped'].includes(result) || causedBy) continue;
      const about = subject.client ? ` (${subject.client})` : '';
      logger.info(`${result.toUpperCase()} ${title}${about}: ${message}`);
    }
  }
  throw new Error('The check ended without a report; run the step again');
}

function describe(findings: Report['findings']): string {
  return findings
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
  const action = createTemplateAction({
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
        connectionName: z => z.string().optional(),
        provider: z => z.record(z.any()).optional(),
        camundaVersion: z => z.string().optional(),
        components: z => z.record(z.any()).optional(),
        machineClients: z => z.array(z.record(z.any())).optional(),
        initialClaim: z => z.record(z.any()).optional(),
        failOn: z =>
          z
            .enum(FAIL_ON, {
              description:
                'Findings that stop the task: fail (the default), warn, never, or provider for failures of the provider itself, not of single applications',
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
      const {
        connectionId,
        connectionName,
        failOn = 'fail',
        ...draft
      } = ctx.input;
      const subjects = [connectionId, connectionName, draft.provider];
      if (subjects.filter(Boolean).length !== 1)
        throw new InputError(
          'Give either connectionId, connectionName or provider',
        );
      const parsed = draft.provider
        ? parseInput(createDraftSchema({ clouds: cloudNames(options) }), draft)
        : undefined;
      if (ctx.isDryRun) {
        ctx.logger.info('A dry run asks no provider');
        ctx.output('status', 'unknown');
        ctx.output('findings', []);
        ctx.output('reportId', '');
        return;
      }
      const client = await createClient(ctx, options);
      const events = parsed
        ? client.streamProviderCheck(parsed, ctx.signal)
        : client.streamConnectionCheck(
            await findInputId(client, ctx.input),
            {},
            ctx.signal,
          );
      const report = await follow(events, ctx.logger);
      ctx.output('status', report.status);
      ctx.output(
        'findings',
        report.findings.map(entry => ({ ...entry })),
      );
      ctx.output('reportId', report.id);
      const stopping = report.findings.filter(STOPS[failOn]);
      if (stopping.length > 0)
        throw new Error(
          `The provider cannot be used as it is:\n${describe(stopping)}`,
        );
    },
  });
  const { provider, components, machineClients, initialClaim } =
    createDraftSchema().shape;
  return withShapes(action, {
    provider,
    components,
    machineClients,
    initialClaim,
  });
}
