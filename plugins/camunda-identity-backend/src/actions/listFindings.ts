import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { z as zod } from 'zod';
import { declaredInput, optional, withoutNothing } from './declared';
import { parseInput } from './parseInput';
import type { ActionServices } from './types';

export const listFindingsInput = zod.strictObject({
  area: zod
    .string({ error: 'expected an area such as discovery' })
    .max(40)
    .optional(),
});

export function registerListFindings(
  registry: ActionsRegistryService,
  { findings }: ActionServices,
) {
  registry.register({
    name: 'list-findings',
    title: 'List the finding codes of Camunda OIDC checks',
    description:
      'Lists the codes that checks, lint rules and configuration writers can report, with their titles. One is explained by explain-finding.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        declaredInput(z, {
          area: optional(
            z,
            z.string(),
            'Only codes that begin with it: record, transport, discovery, jwks, client, config …',
          ),
        }),
      output: z =>
        z.object({
          findings: z.array(
            z.object({
              code: z.string(),
              title: z.string(),
              severity: z.string(),
            }),
          ),
        }),
    },
    examples: [{ title: 'About discovery', input: { area: 'discovery' } }],
    async action({ input }) {
      const { area } = parseInput(listFindingsInput, withoutNothing(input));
      return {
        output: {
          findings: findings
            .filter(({ code }) => !area || code.startsWith(`${area}.`))
            .map(({ code, title, severity }) => ({ code, title, severity })),
        },
      };
    },
  });
}
