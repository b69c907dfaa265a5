import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  configQuerySchema,
  writeConfig,
} from 'backstage-plugin-camunda-identity-common';
import { inputErrors } from '../input/inputErrors';
import { parseInput } from './parseInput';
import { toRef, referenceInput, referenceSchema } from './reference';
import { findingOutput, shortFinding } from './summary';
import type { ActionServices } from './types';

export const writeConfigInput = referenceSchema.safeExtend(
  configQuerySchema.shape,
);

export function registerWriteConfig(
  registry: ActionsRegistryService,
  { callers, connections, providers }: ActionServices,
) {
  registry.register({
    name: 'write-config',
    title: 'Write the configuration of a Camunda OIDC connection',
    description:
      'Returns the configuration files that connect Camunda to the provider, as environment variables, Helm values, application.yaml or a Kubernetes Secret skeleton. Secrets are references, never values. Nothing is written anywhere.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          ...referenceInput(z),
          format: z
            .string()
            .describe('env, helm, application-yaml or kubernetes-secret'),
          style: z
            .string()
            .optional()
            .describe('Of env: dotenv (default), compose or kubernetes'),
          component: z
            .string()
            .optional()
            .describe('One client such as optimize, or all (default)'),
          camundaVersion: z
            .string()
            .optional()
            .describe('Another version than the connection’s, e.g. 8.8'),
        }),
      output: z =>
        z.object({
          files: z.array(
            z.object({
              path: z.string(),
              mediaType: z.string(),
              content: z.string(),
            }),
          ),
          findings: z.array(findingOutput(z)),
        }),
    },
    examples: [
      {
        title: 'Helm values',
        input: { name: 'payments-prod', format: 'helm' },
      },
    ],
    async action({ input, credentials }) {
      const { id, name, ...query } = parseInput(writeConfigInput, input);
      const connection = await connections.get(toRef({ id, name }), {
        caller: await callers.resolve(credentials),
      });
      const { files, findings } = inputErrors(() =>
        writeConfig(connection, providers, query),
      );
      return { output: { files, findings: findings.map(shortFinding) } };
    },
  });
}
