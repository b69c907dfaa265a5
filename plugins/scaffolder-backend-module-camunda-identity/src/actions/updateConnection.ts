import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { connectionOutput, findInputConnection } from '../connectionId';
import { createClient, type ActionOptions } from '../createClient';
import { examples } from './updateConnection.examples';

/**
 * `camunda-identity:connection:update` changes a registered record by a merge patch (RFC 7396).
 *
 * @public
 */
export function createConnectionUpdateAction(options: ActionOptions) {
  return createTemplateAction({
    id: 'camunda-identity:connection:update',
    description:
      'Changes the connection of a Camunda installation: what the patch names is replaced, null removes',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        connectionId: z => z.string().optional(),
        connectionName: z => z.string().optional(),
        patch: z =>
          z.record(z.any(), {
            description:
              'Only what changes, such as { camundaVersion: "8.9" }; a list replaces the whole list',
          }),
        etag: z =>
          z
            .string({
              description:
                'State of the record that the patch was made for; without one the present state',
            })
            .optional(),
      },
      output: {
        connectionId: z => z.string(),
        connection: z => z.record(z.any()),
      },
    },
    async handler(ctx) {
      const { etag } = ctx.input;
      // A field of a form that was left empty changes nothing; null removes.
      const patch = Object.fromEntries(
        Object.entries(ctx.input.patch).filter(
          ([, value]) => value !== undefined && value !== '',
        ),
      );
      if (Object.keys(patch).length === 0)
        throw new InputError('patch: names nothing to change');
      const client = await createClient(ctx, options);
      const before = await findInputConnection(client, ctx.input);
      const names = Object.keys(patch).join(', ');
      if (ctx.isDryRun) {
        ctx.logger.info(`Would change ${names} of "${before.name}"`);
        ctx.output('connectionId', before.id);
        ctx.output('connection', connectionOutput(before));
        return;
      }
      // A merge patch may be sent twice: the second one changes nothing more.
      const connection = await client.updateConnection(
        before.id,
        etag ?? before.etag,
        patch,
      );
      ctx.logger.info(`Changed ${names} of "${connection.name}"`);
      ctx.output('connectionId', connection.id);
      ctx.output('connection', connectionOutput(connection));
    },
  });
}
