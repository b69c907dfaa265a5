import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  SETUP_PRODUCTS,
  setupApplications,
  WORK_ORDER_FORMS,
  writeWorkOrder,
} from 'backstage-plugin-camunda-identity-common/setup';
import { posix } from 'node:path';
import { findInputConnection } from '../connectionId';
import { createClient, type ActionOptions } from '../createClient';
import { writeWorkspaceFile } from '../workspaceFile';
import { examples } from './setupProvider.examples';

/**
 * `camunda-identity:provider:setup` writes what makes the applications at the provider: scripts, Terraform or
 * requests, and the work order for those who run it. No secret is in them.
 *
 * @public
 */
export function createProviderSetupAction(options: ActionOptions) {
  return createTemplateAction({
    id: 'camunda-identity:provider:setup',
    description:
      'Writes scripts, Terraform or requests that make the applications of a connection at its provider, and a work order for the team that runs it',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        connectionId: z => z.string().optional(),
        connectionName: z => z.string().optional(),
        product: z =>
          z
            .enum(SETUP_PRODUCTS, {
              description: 'That of the provider where it is left out',
            })
            .optional(),
        workOrder: z =>
          z
            .enum(WORK_ORDER_FORMS, {
              description: 'Write the work order too, in this form',
            })
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
        findings: z => z.array(z.record(z.any())),
      },
    },
    async handler(ctx) {
      const { product, workOrder, path = '.' } = ctx.input;
      const client = await createClient(ctx, options);
      const connection = await findInputConnection(client, ctx.input);
      const setup = await client.getProviderSetup(connection.id, { product });
      const files = [...setup.files];
      if (workOrder)
        files.push(
          writeWorkOrder(
            { ...setup, applications: setupApplications(connection) },
            {
              title: connection.title ?? connection.name,
              issuer: connection.providerSummary.issuer,
            },
            workOrder,
          ),
        );
      const written: Array<{ path: string; content: string }> = [];
      for (const file of files) {
        const relative = posix.join(path, file.path);
        if (!ctx.isDryRun)
          await writeWorkspaceFile(ctx.workspacePath, relative, file.content);
        ctx.logger.info(
          `${ctx.isDryRun ? 'Would write' : 'Wrote'} ${relative}`,
        );
        written.push({ path: relative, content: file.content });
      }
      if (files.length === 0)
        ctx.logger.warn(
          `${setup.title} is set up by hand: the connection’s page has the steps`,
        );
      for (const { title, message } of setup.findings)
        ctx.logger.warn(`${title}: ${message}`);
      ctx.output('files', written);
      ctx.output(
        'findings',
        setup.findings.map(entry => ({ ...entry })),
      );
    },
  });
}
