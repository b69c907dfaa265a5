import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { NotFoundError } from '@backstage/errors';
import { z as zod } from 'zod';
import { declaredInput } from './declared';
import { parseInput } from './parseInput';
import type { ActionServices } from './types';

export const explainFindingInput = zod.strictObject({
  code: zod
    .string({ error: 'expected a code such as client.secret' })
    .min(1)
    .max(100),
});

export function registerExplainFinding(
  registry: ActionsRegistryService,
  { findings }: ActionServices,
) {
  registry.register({
    name: 'explain-finding',
    title: 'Explain a finding of a Camunda OIDC check',
    description:
      'Explains a finding code that a check, a lint rule or a configuration writer reported: what it means, what to do, and where that is specified.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        declaredInput(z, {
          code: z.string().describe('e.g. discovery.issuer-mismatch'),
        }),
      output: z =>
        z.object({
          code: z.string(),
          title: z.string(),
          severity: z.string(),
          explanation: z.string(),
          remedy: z.string().optional(),
          source: z.string(),
        }),
    },
    examples: [{ title: 'A secret', input: { code: 'client.secret' } }],
    async action({ input }) {
      const { code } = parseInput(explainFindingInput, input);
      const found = findings.find(entry => entry.code === code);
      if (!found)
        throw new NotFoundError(
          'There is no finding with this code; the action list-findings lists them all',
        );
      return { output: { ...found } };
    },
  });
}
