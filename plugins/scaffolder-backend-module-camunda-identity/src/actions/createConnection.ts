import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  ApiError,
  type CamundaIdentityClient,
  type Connection,
  type NewConnection,
} from 'backstage-plugin-camunda-identity-common/client';
import { createNewConnectionSchema } from 'backstage-plugin-camunda-identity-common/schema';
import { isDeepStrictEqual } from 'node:util';
import { connectionOutput } from '../connectionId';
import { cloudNames, createClient, type ActionOptions } from '../createClient';
import { parseInput } from '../parse';
import { withShapes } from '../shapes';
import { examples } from './createConnection.examples';

/**
 * True where a record says all that was asked for: the same step has registered it before, and was stopped
 * before it could note so.
 */
function isSame(wanted: NewConnection, existing: Connection): boolean {
  const {
    initialClaim: { name, value },
    ...rest
  } = wanted;
  return (
    Object.entries(rest).every(([key, entry]) =>
      isDeepStrictEqual(entry, existing[key as keyof Connection]),
    ) &&
    existing.initialClaim.name === name &&
    existing.initialClaim.value === value
  );
}

/** @throws ApiError with status 409 where another record has the name */
async function register(client: CamundaIdentityClient, record: NewConnection) {
  try {
    const { id } = await client.createConnection(record);
    return { id };
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 409) throw error;
    const existing = await client
      .getConnectionByName(record.name)
      .catch(() => undefined);
    if (!existing || !isSame(record, existing)) throw error;
    return { id: existing.id };
  }
}

/**
 * `camunda-identity:connection:create` registers a connection record.
 *
 * @public
 */
export function createConnectionCreateAction(options: ActionOptions) {
  const action = createTemplateAction({
    id: 'camunda-identity:connection:create',
    description:
      'Registers the connection of a Camunda installation to its OpenID provider',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        name: z =>
          z.string({ description: 'Unique name, such as payments-prod' }),
        title: z => z.string().optional(),
        description: z => z.string().optional(),
        entityRef: z =>
          z.string({
            description:
              'The catalog entity that runs Camunda, such as system:default/payments-camunda',
          }),
        owner: z =>
          z
            .string({ description: 'Defaults to the owner of the entity' })
            .optional(),
        camundaVersion: z => z.string({ description: 'Such as 8.7' }),
        provider: z =>
          z.record(z.any(), {
            description:
              '{ type: GENERIC, issuer } or { type: MICROSOFT, tenantId }',
          }),
        components: z =>
          z.record(z.any(), {
            description:
              'By component: url, clientId, audience and a secret reference',
          }),
        initialClaim: z =>
          z.record(z.any(), {
            description:
              'Name and value; applied by Camunda at its first start only',
          }),
        machineClients: z =>
          z
            .array(z.record(z.any()), {
              description: 'Applications of the team’s own that call Camunda',
            })
            .optional(),
        checks: z => z.record(z.any()).optional(),
      },
      output: {
        id: z => z.string({ description: 'Id of the record' }),
        name: z => z.string(),
        entityRef: z => z.string(),
        connection: z => z.record(z.any(), { description: 'The record' }),
      },
    },
    async handler(ctx) {
      const schema = createNewConnectionSchema({ clouds: cloudNames(options) });
      const record = parseInput(schema, ctx.input);
      if (ctx.isDryRun) {
        ctx.logger.info(`Would register the connection "${record.name}"`);
        ctx.output('id', '00000000-0000-0000-0000-000000000000');
        ctx.output('name', record.name);
        ctx.output('entityRef', record.entityRef);
        const { value: _, ...initialClaim } = record.initialClaim;
        ctx.output('connection', { ...record, initialClaim });
        return;
      }
      const client = await createClient(ctx, options);
      // A task that is resumed after a crash must not register a second time.
      const { id } = await ctx.checkpoint({
        key: `camunda-identity.connection.create.${record.name}`,
        fn: () => register(client, record),
      });
      const connection = await client.getConnection(id);
      ctx.logger.info(`Registered the connection "${connection.name}"`);
      ctx.output('id', connection.id);
      ctx.output('name', connection.name);
      ctx.output('entityRef', connection.entityRef);
      ctx.output('connection', connectionOutput(connection));
    },
  });
  const { provider, components, initialClaim, machineClients, checks } =
    createNewConnectionSchema().shape;
  return withShapes(action, {
    provider,
    components,
    initialClaim,
    machineClients,
    checks,
  });
}
