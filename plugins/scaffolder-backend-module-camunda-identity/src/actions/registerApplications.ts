import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type {
  AnswerOf,
  ClientKey,
} from 'backstage-plugin-camunda-identity-common/client';
import { setupApplications } from 'backstage-plugin-camunda-identity-common/setup';
import { findInputConnection } from '../connectionId';
import { createClient, type ActionOptions } from '../createClient';
import { examples } from './registerApplications.examples';

type Result = AnswerOf<'registerApplications'>['items'][number];

function lineOf({ client, outcome, clientId, message, changed }: Result) {
  const about = {
    registered: `Registered ${client} as ${clientId}`,
    kept: `${client} has the client ID ${clientId} already`,
    failed: `${client} was not registered: ${message}`,
    'not-tried': `${client} was not tried`,
  }[outcome];
  return changed
    ? `${about}; the provider has registered otherwise: ${changed.join(', ')}`
    : about;
}

/** @throws InputError for a name that the task has no secret of */
function tokenOf(
  secrets: Record<string, unknown> | undefined,
  name: string | undefined,
): string | undefined {
  if (name === undefined) return undefined;
  const value = Object.hasOwn(secrets ?? {}, name) ? secrets![name] : undefined;
  if (typeof value !== 'string' || value === '')
    throw new InputError(
      `secretName: the task has no secret "${name}"; enter the initial access token in a field of the type Secret`,
    );
  return value;
}

/**
 * `camunda-identity:provider:register` registers the applications of a connection at its provider (RFC 7591). The
 * initial access token comes from the task's secrets; what the provider answers in secrets is stored by the
 * portal and reaches no task.
 *
 * @public
 */
export function createProviderRegisterAction(options: ActionOptions) {
  return createTemplateAction({
    id: 'camunda-identity:provider:register',
    description:
      'Registers the applications of a connection that have no client ID yet at a provider with dynamic registration, and writes their client IDs into the connection',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        connectionId: z => z.string().optional(),
        connectionName: z => z.string().optional(),
        clients: z =>
          z
            .array(z.string(), {
              description:
                'Such as identity or webModeler.api; every client without a client ID where it is left out',
            })
            .optional(),
        secretName: z =>
          z
            .string({
              description:
                'Name of the initial access token among the secrets of the task (a field of the type Secret); left out where the provider asks for none',
            })
            .optional(),
      },
      output: {
        clientIds: z =>
          z.record(z.string(), { description: 'Client IDs by client' }),
        registered: z =>
          z.array(z.string(), { description: 'Clients that were registered' }),
      },
    },
    async handler(ctx) {
      const { clients, secretName } = ctx.input;
      const initialAccessToken = tokenOf(ctx.secrets, secretName);
      const client = await createClient(ctx, options);
      const connection = await findInputConnection(client, ctx.input);
      if (ctx.isDryRun) {
        const missing = setupApplications(connection).filter(
          entry =>
            !entry.clientId && (!clients || clients.includes(entry.client)),
        );
        for (const { client: key } of missing)
          ctx.logger.info(`Would register ${key}`);
        ctx.output('clientIds', {});
        ctx.output('registered', []);
        return;
      }
      // No checkpoint: the record knows what has an ID, so that a task that is recovered goes on where it was.
      const { items } = await client.registerApplications(connection.id, {
        ...(initialAccessToken ? { initialAccessToken } : {}),
        ...(clients ? { clients: clients as ClientKey[] } : {}),
      });
      for (const item of items) {
        const failed = item.outcome === 'failed' || item.changed !== undefined;
        ctx.logger[failed ? 'warn' : 'info'](lineOf(item));
      }
      ctx.output(
        'clientIds',
        Object.fromEntries(
          items.flatMap(({ client: key, clientId }) =>
            clientId ? [[key, clientId]] : [],
          ),
        ),
      );
      ctx.output(
        'registered',
        items
          .filter(({ outcome }) => outcome === 'registered')
          .map(({ client: key }) => key),
      );
      const open = items.filter(({ outcome }) =>
        ['failed', 'not-tried'].includes(outcome),
      );
      if (open.length > 0)
        throw new Error(
          `Not every application is registered: ${open
            .map(lineOf)
            .join(
              '; ',
            )}. What was registered is kept; run this again for the rest`,
        );
    },
  });
}
