import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { CamundaVersion } from 'backstage-plugin-camunda-identity-common/facts';
import { CONFIG_FORMATS } from 'backstage-plugin-camunda-identity-common/config';
import { findInputConnection } from '../connectionId';
import { createClient, type ActionOptions } from '../createClient';
import { readWorkspaceFile } from '../workspaceFile';
import { examples } from './compareConfig.examples';

/**
 * `camunda-identity:config:compare` holds a file of the workspace against a registered record.
 *
 * @public
 */
export function createConfigCompareAction(options: ActionOptions) {
  return createTemplateAction({
    id: 'camunda-identity:config:compare',
    description:
      'Compares a configuration file of the workspace with the registered connection',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        connectionId: z => z.string().optional(),
        connectionName: z => z.string().optional(),
        path: z =>
          z.string({ description: 'File in the workspace, at most 200 KiB' }),
        format: z => z.enum(CONFIG_FORMATS),
        camundaVersion: z =>
          z
            .string({ description: 'Another version than the record’s' })
            .optional(),
        failOnDifference: z =>
          z
            .boolean({
              description: 'Stop where something differs; false by default',
            })
            .optional(),
      },
      output: {
        same: z => z.boolean(),
        differences: z => z.array(z.record(z.any())),
        findings: z => z.array(z.record(z.any())),
      },
    },
    async handler(ctx) {
      const { path, format, camundaVersion, failOnDifference } = ctx.input;
      const content = await readWorkspaceFile(ctx.workspacePath, path);
      const client = await createClient(ctx, options);
      const { id, name } = await findInputConnection(client, ctx.input);
      const { differences, findings } = await client.compareConfig(id, {
        format,
        content,
        // The API says which ones there are.
        camundaVersion: camundaVersion as CamundaVersion | undefined,
      });
      for (const { key, line, expected, actual } of differences)
        ctx.logger.info(
          `${path}${line ? `:${line}` : ''} ${key}: ${
            actual ?? 'not there'
          }, the record has ${expected ?? 'nothing'}`,
        );
      for (const { title, message } of findings)
        ctx.logger.warn(`${title}: ${message}`);
      ctx.output('same', differences.length === 0);
      ctx.output(
        'differences',
        differences.map(entry => ({ ...entry })),
      );
      ctx.output(
        'findings',
        findings.map(entry => ({ ...entry })),
      );
      if (failOnDifference && differences.length > 0)
        throw new Error(
          `${path} differs from the connection "${name}" in ${differences
            .map(({ key }) => key)
            .join(', ')}`,
        );
    },
  });
}
