import type { CamundaVersion } from 'backstage-plugin-camunda-identity-common/facts';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { createClient, type ActionOptions } from '../createClient';
import { readWorkspaceFile, writeWorkspaceFile } from '../workspaceFile';
import { examples } from './upgradeConfig.examples';

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
        targetPath: z =>
          z
            .string({ description: 'Where to write; path by default' })
            .optional(),
      },
      output: {
        content: z => z.string(),
        changes: z => z.array(z.record(z.any())),
      },
    },
    async handler(ctx) {
      const { path, from, to, targetPath = path } = ctx.input;
      const before = await readWorkspaceFile(ctx.workspacePath, path);
      const client = await createClient(ctx, options);
      const { content, changes } = await client.upgradeValues({
        // The API says which ones there are.
        from: from as CamundaVersion,
        to: to as CamundaVersion,
        content: before,
      });
      for (const { key, line, kind, replacement } of changes)
        ctx.logger.info(
          `${path}${line ? `:${line}` : ''} ${key}: ${kind}${
            replacement ? `, now ${replacement}` : ''
          }`,
        );
      if (!ctx.isDryRun)
        await writeWorkspaceFile(ctx.workspacePath, targetPath, content);
      ctx.output('content', content);
      ctx.output(
        'changes',
        changes.map(entry => ({ ...entry })),
      );
    },
  });
}
