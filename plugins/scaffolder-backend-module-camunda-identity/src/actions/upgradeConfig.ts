import type { CamundaIdentityClient } from 'backstage-plugin-camunda-identity-common/client';
import type { CamundaVersion } from 'backstage-plugin-camunda-identity-common/facts';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { findInputConnection, type ConnectionReference } from '../connectionId';
import { createClient, type ActionOptions } from '../createClient';
import { readWorkspaceFile, writeWorkspaceFile } from '../workspaceFile';
import { examples } from './upgradeConfig.examples';

/** What a connection does not say yet and the later version needs to know. */
async function questionsOf(
  client: CamundaIdentityClient,
  input: ConnectionReference & { to: string },
) {
  if (!input.connectionId && !input.connectionName) return [];
  const { id } = await findInputConnection(client, input);
  const { questions } = await client.upgradeConnection(id, {
    to: input.to as CamundaVersion,
  });
  return questions;
}

/**
 * `camunda-identity:config:upgrade` rewrites a values file of the workspace for the chart of a later version.
 *
 * @public
 */
export function createConfigUpgradeAction(options: ActionOptions) {
  return createTemplateAction({
    id: 'camunda-identity:config:upgrade',
    description:
      'Rewrites Helm values of the workspace for the chart of another Camunda version',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        path: z => z.string({ description: 'Values file, at most 200 KiB' }),
        from: z => z.string({ description: 'Such as 8.7' }),
        to: z => z.string({ description: 'Such as 8.9' }),
        connectionId: z => z.string().optional(),
        connectionName: z =>
          z
            .string({
              description:
                'A connection whose open questions are asked, too: what the later version needs and nobody has said yet',
            })
            .optional(),
        targetPath: z =>
          z
            .string({ description: 'Where to write; path by default' })
            .optional(),
      },
      output: {
        content: z => z.string(),
        changes: z => z.array(z.record(z.any())),
        questions: z =>
          z.array(
            z.object({
              path: z.string(),
              question: z.string(),
              suggestion: z.string().optional(),
            }),
          ),
      },
    },
    async handler(ctx) {
      const { path, from, to, targetPath = path } = ctx.input;
      const before = await readWorkspaceFile(ctx.workspacePath, path);
      const client = await createClient(ctx, options);
      const asked = await questionsOf(client, ctx.input);
      const {
        content,
        changes,
        questions: open = [],
      } = await client.upgradeValues({
        // The API says which ones there are.
        from: from as CamundaVersion,
        to: to as CamundaVersion,
        content: before,
      });
      const questions = [
        ...asked,
        ...open.map(({ key, text }) => ({ path: key, question: text })),
      ];
      for (const { key, line, kind, replacement } of changes)
        ctx.logger.info(
          `${path}${line ? `:${line}` : ''} ${key}: ${kind}${
            replacement ? `, now ${replacement}` : ''
          }`,
        );
      for (const { path: where, question } of questions)
        ctx.logger.warn(`${where}: ${question}`);
      if (!ctx.isDryRun)
        await writeWorkspaceFile(ctx.workspacePath, targetPath, content);
      ctx.output('questions', questions);
      ctx.output('content', content);
      ctx.output(
        'changes',
        changes.map(entry => ({ ...entry })),
      );
    },
  });
}
