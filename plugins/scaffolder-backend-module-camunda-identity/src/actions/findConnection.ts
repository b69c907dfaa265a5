import { InputError, NotFoundError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { ApiError } from 'backstage-plugin-camunda-identity-common/client';
import { connectionOutput } from '../connectionId';
import { createClient, type ActionOptions } from '../createClient';
import { examples } from './findConnection.examples';

/**
 * `camunda-identity:connection:find` looks a record up by its name or its catalog entity.
 *
 * @public
 */
export function createConnectionFindAction(options: ActionOptions) {
  return createTemplateAction({
    id: 'camunda-identity:connection:find',
    description:
      'Finds the connection of a Camunda installation by its name or its catalog entity',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        name: z => z.string().optional(),
        entityRef: z =>
          z
            .string({ description: 'Such as system:default/payments-camunda' })
            .optional(),
        optional: z =>
          z
            .boolean({
              description: 'Go on where there is none; false by default',
            })
            .optional(),
      },
      output: {
        found: z => z.boolean(),
        connectionId: z => z.string().optional(),
        connection: z => z.record(z.any()).optional(),
      },
    },
    async handler(ctx) {
      const { name, entityRef, optional } = ctx.input;
      if (Boolean(name) === Boolean(entityRef))
        throw new InputError('Give either name or entityRef');
      const client = await createClient(ctx, options);
      const found = name
        ? await byName(name)
        : (await client.listConnections({ entityRef, limit: 2 })).items;
      if (found.length > 1)
        throw new InputError(
          'entityRef: this entity has several connections; give the name of one',
        );
      const [connection] = found;
      if (!connection && !optional)
        throw new NotFoundError(
          name
            ? `There is no connection "${name}", or you may not read it`
            : `${entityRef} has no connection, or you may not read it`,
        );
      ctx.output('found', Boolean(connection));
      if (!connection) {
        ctx.logger.info('There is no such connection');
        return;
      }
      ctx.logger.info(`Found the connection "${connection.name}"`);
      ctx.output('connectionId', connection.id);
      ctx.output('connection', connectionOutput(connection));

      async function byName(wanted: string) {
        try {
          return [await client.getConnectionByName(wanted)];
        } catch (error) {
          if (error instanceof ApiError && error.status === 404) return [];
          throw error;
        }
      }
    },
  });
}
