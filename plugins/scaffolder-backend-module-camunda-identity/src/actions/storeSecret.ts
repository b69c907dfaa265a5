import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { ClientKey } from 'backstage-plugin-camunda-identity-common/facts';
import { storedSecretOf } from 'backstage-plugin-camunda-identity-common/schema';
import { findInputConnection } from '../connectionId';
import { createClient, type ActionOptions } from '../createClient';
import { examples } from './storeSecret.examples';

/**
 * `camunda-identity:secret:store` stores a client secret with its connection, encrypted. The value is never
 * an input, which tasks keep: it comes from the task's secrets.
 *
 * @public
 */
export function createSecretStoreAction(options: ActionOptions) {
  return createTemplateAction({
    id: 'camunda-identity:secret:store',
    description:
      'Stores a client secret of a connection, encrypted; its value comes from the secrets of the task',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        connectionId: z => z.string().optional(),
        connectionName: z => z.string().optional(),
        client: z =>
          z.string({ description: 'Such as identity or webModeler.api' }),
        secretName: z =>
          z.string({
            description:
              'Name of the value among the secrets of the task (useTemplateSecrets, or a field of the type Secret)',
          }),
        expiresAt: z =>
          z.string({ description: 'ISO 8601 date or time' }).optional(),
        slot: z =>
          z
            .enum(['current', 'next'], {
              description:
                'next keeps it beside the current one until it is promoted; current by default',
            })
            .optional(),
        promote: z =>
          z
            .boolean({
              description: 'Put it in the place of the current one at once',
            })
            .optional(),
      },
      output: { connectionId: z => z.string() },
    },
    async handler(ctx) {
      const { secretName, expiresAt, promote } = ctx.input;
      const value = Object.hasOwn(ctx.secrets ?? {}, secretName)
        ? ctx.secrets![secretName]
        : undefined;
      if (typeof value !== 'string' || value === '')
        throw new InputError(
          `secretName: the task has no secret "${secretName}"; enter it in a field of the type Secret`,
        );
      const client = await createClient(ctx, options);
      const connection = await findInputConnection(client, ctx.input);
      const { id, name } = connection;
      const key = ctx.input.client as ClientKey;
      // The first secret has nothing to stand beside.
      const isFirst = !storedSecretOf(connection, key);
      const slot = isFirst ? 'current' : ctx.input.slot;
      if (isFirst && ctx.input.slot === 'next')
        ctx.logger.info('No secret is stored yet: this one is the current one');
      ctx.output('connectionId', id);
      if (ctx.isDryRun) {
        ctx.logger.info(`Would store a secret of ${key} of "${name}"`);
        return;
      }
      // Storing the same value again is the same; no checkpoint, which would be kept.
      await client.putSecret(id, key, {
        value,
        ...(expiresAt ? { expiresAt } : {}),
        ...(slot ? { slot } : {}),
      });
      ctx.logger.info(`Stored a secret of ${key} of "${name}"`);
      if (!promote || slot !== 'next') return;
      await client.promoteSecret(id, key);
      ctx.logger.info(`It is in use from now on`);
    },
  });
}
