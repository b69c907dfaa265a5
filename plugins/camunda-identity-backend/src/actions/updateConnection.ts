import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { InputError } from '@backstage/errors';
import { z as zod } from 'zod';
import { auditedWrite } from './auditedWrite';
import { declaredInput, optional, withoutNothing } from './declared';
import { parseInput } from './parseInput';
import { referenceInput, referenceSchema, toRef } from './reference';
import { summaryOf, summaryOutput } from './summary';
import type { ActionServices } from './types';

export const updateConnectionInput = referenceSchema.safeExtend({
  // The resulting record is validated as a whole.
  patch: zod.record(zod.string(), zod.unknown(), {
    error: 'expected an object with what changes',
  }),
  etag: zod.string().max(100).optional(),
});

export function registerUpdateConnection(
  registry: ActionsRegistryService,
  services: ActionServices,
) {
  const { connections } = services;
  registry.register({
    name: 'update-connection',
    title: 'Change a Camunda OIDC connection',
    description:
      'Changes a registered connection by a JSON merge patch: what the patch names is replaced, null removes, a list replaces the whole list. Changes nothing at the provider or in Camunda; provider-setup lists what can no longer change. A new one is registered by create-connection; in a software template use the scaffolder action camunda-identity:connection:update.',
    attributes: { readOnly: false, destructive: true, idempotent: true },
    schema: {
      input: z =>
        declaredInput(z, {
          ...referenceInput(z),
          patch: z
            .record(z.unknown())
            .describe(
              'Only what changes, e.g. { "components": { "identity": { "clientId": "abc" } } }',
            ),
          etag: optional(
            z,
            z.string(),
            'etag from get-connection, to avoid overwriting somebody else’s change; defaults to the current state',
          ),
        }),
      output: z => z.object(summaryOutput(z)),
    },
    examples: [
      {
        title: 'A later version',
        input: { name: 'payments-prod', patch: { camundaVersion: '8.9' } },
      },
    ],
    async action({ input, credentials }) {
      const connection = await auditedWrite(
        services,
        'update',
        credentials,
        caller => {
          const { id, name, patch, etag } = parseInput(
            updateConnectionInput,
            withoutNothing(input),
          );
          if (Object.keys(patch).length === 0)
            throw new InputError('patch: names nothing to change');
          return connections.update(
            toRef({ id, name }),
            etag === undefined ? '*' : `"${etag.split('"').join('')}"`,
            patch,
            { caller },
          );
        },
      );
      return { output: summaryOf(connection) };
    },
  });
}
