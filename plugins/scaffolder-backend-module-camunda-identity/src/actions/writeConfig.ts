import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  CONFIG_FORMATS,
  ENV_STYLES,
} from 'backstage-plugin-camunda-identity-common/config';
import { posix } from 'node:path';
import { combined } from '../combined';
import { checkReference, findInputId } from '../connectionId';
import { createClient, type ActionOptions } from '../createClient';
import { writeWorkspaceFile } from '../workspaceFile';
import { examples } from './writeConfig.examples';

/**
 * `camunda-identity:config:write` writes a registered connection as configuration into the workspace.
 *
 * @public
 */
export function createConfigWriteAction(options: ActionOptions) {
  return createTemplateAction({
    id: 'camunda-identity:config:write',
    description:
      'Writes the OIDC configuration of a Camunda installation into the workspace',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        connectionId: z => z.string().optional(),
        connectionName: z => z.string().optional(),
        format: z =>
          z.enum(CONFIG_FORMATS, {
            description: 'Environment variables or Helm values, never both',
          }),
        style: z =>
          z
            .enum(ENV_STYLES, { description: 'Of env; dotenv by default' })
            .optional(),
        component: z =>
          z
            .string({ description: 'One client, or all (the default)' })
            .optional(),
        camundaVersion: z =>
          z
            .string({ description: 'Another version than the record’s' })
            .optional(),
        path: z =>
          z
            .string({
              description: 'Folder in the workspace; its root by default',
            })
            .optional(),
      },
      output: {
        files: z =>
          z.array(z.object({ path: z.string(), content: z.string() })),
        combined: z =>
          z.string({
            description:
              'The files one after the other, as text; several of them each under its path',
          }),
        findings: z => z.array(z.record(z.any())),
      },
    },
    async handler(ctx) {
      const {
        format,
        style,
        component,
        camundaVersion,
        path = '.',
      } = ctx.input;
      checkReference(ctx.input);
      if (ctx.isDryRun) {
        ctx.logger.info(`Would write ${format} configuration to ${path}`);
        ctx.output('files', []);
        ctx.output('combined', '');
        ctx.output('findings', []);
        return;
      }
      const client = await createClient(ctx, options);
      const id = await findInputId(client, ctx.input);
      const { files, findings } = await client.getConfig(id, {
        format,
        style,
        component,
        camundaVersion,
      });
      const written: Array<{ path: string; content: string }> = [];
      for (const file of files) {
        const relative = posix.join(path, file.path);
        await writeWorkspaceFile(ctx.workspacePath, relative, file.content);
        ctx.logger.info(`Wrote ${relative}`);
        written.push({ path: relative, content: file.content });
      }
      for (const { title, message } of findings)
        ctx.logger.warn(`${title}: ${message}`);
      ctx.output('files', written);
      ctx.output('combined', combined(written));
      ctx.output(
        'findings',
        findings.map(entry => ({ ...entry })),
      );
    },
  });
}
