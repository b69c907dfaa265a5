import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  CONFIG_FORMATS,
  configComparisonSchema,
  type ConfigComparison,
} from 'backstage-plugin-camunda-identity-common';
import {
  declaredInput,
  oneOf,
  optional,
  withoutNothing,
  withVersionText,
} from './declared';
import { toldWhenToRetry } from './limited';
import { parseInput } from './parseInput';
import { referenceInput, referenceSchema, toRef } from './reference';
import { findingOutput, shortFinding } from './summary';
import type { ActionServices } from './types';

export const compareConfigInput = referenceSchema.safeExtend(
  configComparisonSchema.shape,
);

export function registerCompareConfig(
  registry: ActionsRegistryService,
  { callers, files }: ActionServices,
) {
  registry.register({
    name: 'compare-config',
    title: 'Compare a configuration file with a Camunda OIDC connection',
    description:
      'Says how a file that somebody runs (Helm values, environment variables, application.yaml, Secret manifest) differs from the registered connection, with lines. Secret values in the file are masked first; still, do not send them. In a software template use the scaffolder action camunda-identity:config:compare.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        declaredInput(z, {
          ...referenceInput(z),
          format: oneOf(z, CONFIG_FORMATS),
          content: z.string().describe('The file, at most 256 KiB'),
          camundaVersion: optional(
            z,
            z.union([z.string(), z.number()]),
            'Another version than the connection’s',
          ),
        }),
      output: z =>
        z.object({
          differences: z.array(
            z
              .object({
                key: z.string(),
                line: z.number().optional(),
                expected: z.string().nullable(),
                actual: z.string().nullable(),
              })
              .passthrough(),
          ),
          findings: z.array(findingOutput(z)),
        }),
    },
    examples: [
      {
        title: 'Helm values',
        input: {
          name: 'payments-prod',
          format: 'helm',
          content: 'global:\n  identity:\n    auth:\n      type: GENERIC\n',
        },
      },
    ],
    async action({ input, credentials }) {
      const { id, name, ...body } = parseInput(
        compareConfigInput,
        withVersionText(withoutNothing(input)),
      );
      const caller = await callers.resolve(credentials);
      const json = await toldWhenToRetry(() =>
        files.compare(toRef({ id, name }), body, { caller }),
      );
      const { differences, findings }: ConfigComparison = JSON.parse(json);
      return {
        output: {
          differences: differences.map(entry => ({ ...entry })),
          findings: findings.map(shortFinding),
        },
      };
    },
  });
}
