import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { connectionOutput, findInputConnection } from '../connectionId';
import { createClient, type ActionOptions } from '../createClient';
import { examples } from './markInitialClaimSet.examples';

/**
 * `camunda-identity:initial-claim:mark-set` records that Camunda has started with the initial claim, which
 * from then on can be changed in its database only.
 *
 * @public
 */
export function createInitialClaimMarkSetAction(options: ActionOptions) {
  return createTemplateAction({
    id: 'camunda-identity:initial-claim:mark-set',
    description:
      'Records that Camunda has started with the initial claim, which configuration cannot change any more',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        connectionId: z => z.string().optional(),
        connectionName: z => z.string().optional(),
      },
      output: {
        connectionId: z => z.string(),
        connection: z => z.record(z.any()),
      },
    },
    async handler(ctx) {
      const client = await createClient(ctx, options);
      const found = await findInputConnection(client, ctx.input);
      const done = found.initialClaim.state === 'set';
      if (done) ctx.logger.info(`"${found.name}" is marked so already`);
      else if (ctx.isDryRun)
        ctx.logger.info(`Would mark the initial claim of "${found.name}"`);
      const connection =
        done || ctx.isDryRun ? found : await client.setInitialClaim(found.id);
      ctx.output('connectionId', connection.id);
      ctx.output('connection', connectionOutput(connection));
    },
  });
}
