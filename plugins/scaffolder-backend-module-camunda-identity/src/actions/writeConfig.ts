import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createClient, type ActionOptions } from '../createClient';
import { examples } from './writeConfig.examples';

const FORMATS = [
  'env',
  'helm',
  'application-yaml',
  'kubernetes-secret',
] as const;
const STYLES = ['dotenv', 'compose', 'kubernetes'] as const;

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
        connectionId: z =>
          z.string({ description: 'Id of the registered connection' }),
        format: z =>
          z.enum(FORMATS, {
            description: 'Environment variables or Helm values, never both',
          }),
        style: z =>
          z
            .enum(STYLES, { description: 'Of env; dotenv by default' })
            .optional(),
        component: z =>
          z
            .string({ description: 'One client, or all (the default)' })
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
          z.string({ description: 'The files one after the other, as text' }),
        findings: z => z.array(z.record(z.any())),
      },
    },
    async handler(ctx) {
      const { connectionId, format, style, component, path = '.' } = ctx.input;
      if (ctx.isDryRun) {
        ctx.logger.info(`Would write ${format} configuration to ${path}`);
        ctx.output('files', []);
        ctx.output('combined', '');
        ctx.output('findings', []);
        return;
      }
      const client = await createClient(ctx, options);
      const { files, findings } = await client.getConfig(connectionId, {
        format,
        style,
        component,
      });
      const written: Array<{ path: string; content: string }> = [];
      for (const file of files) {
        const relative = join(path, file.path);
        const target = resolveSafeChildPath(ctx.workspacePath, relative);
        await mkdir(dirname(target), { recursive: true });
        await writeFile(target, file.content, 'utf8');
        ctx.logger.info(`Wrote ${relative}`);
        written.push({ path: relative, content: file.content });
      }
      for (const { title, message } of findings)
        ctx.logger.warn(`${title}: ${message}`);
      ctx.output('files', written);
      ctx.output('combined', written.map(({ content }) => content).join('\n'));
      ctx.output(
        'findings',
        findings.map(entry => ({ ...entry })),
      );
    },
  });
}
