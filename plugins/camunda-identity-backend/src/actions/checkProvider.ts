import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { InputError } from '@backstage/errors';
import { createDraftSchema } from 'backstage-plugin-camunda-identity-common';
import {
  declaredInput,
  optional,
  withoutNothing,
  withVersionText,
} from './declared';
import { toldWhenToRetry } from './limited';
import { parseInput } from './parseInput';
import { reportOutput, reportOutputSchema } from './reportOutput';
import type { ActionServices } from './types';

export const checkProviderInput = createDraftSchema();

export function registerCheckProvider(
  registry: ActionsRegistryService,
  { callers, checks, providers }: ActionServices,
) {
  const schema = createDraftSchema({
    clouds: Object.keys(providers?.clouds ?? {}),
  });
  registry.register({
    name: 'check-provider',
    title: 'Check an OpenID provider for Camunda',
    description:
      'Checks whether Camunda can use an OpenID provider that is not registered here, by its issuer or Entra tenant. Stores nothing. For a registered connection use check-connection; in a software template use the scaffolder action camunda-identity:provider:check.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        declaredInput(z, {
          provider: z
            .object({
              type: z.enum(['GENERIC', 'MICROSOFT']),
              issuer: z.string().optional().describe('Of GENERIC'),
              tenantId: z.string().optional().describe('Of MICROSOFT, a GUID'),
            })
            .passthrough()
            .describe(
              '{ type: GENERIC, issuer } or { type: MICROSOFT, tenantId }',
            ),
          camundaVersion: optional(
            z,
            z.union([z.string(), z.number()]),
            'e.g. 8.8',
          ),
          components: optional(
            z,
            z.record(z.unknown()),
            'As in a connection, to check their redirect URIs too',
          ),
          machineClients: optional(
            z,
            z.array(z.record(z.unknown())),
            'As in a connection',
          ),
          initialClaim: optional(
            z,
            z.record(z.unknown()),
            '{ name, value? } of the first administrator',
          ),
        }),
      output: reportOutputSchema,
    },
    examples: [
      {
        title: 'By issuer',
        input: {
          provider: { type: 'GENERIC', issuer: 'https://idp.example.com' },
        },
      },
    ],
    async action({ input, credentials }) {
      // Whatever is passed to a tool stays in its transcript.
      if ('secrets' in input)
        throw new InputError(
          'secrets: are not taken here; check the connection in the portal',
        );
      const draft = parseInput(schema, withVersionText(withoutNothing(input)));
      const caller = await callers.resolve(credentials);
      const report = await toldWhenToRetry(() =>
        checks.checkDraft(draft, { caller }),
      );
      return { output: reportOutput(report) };
    },
  });
}
