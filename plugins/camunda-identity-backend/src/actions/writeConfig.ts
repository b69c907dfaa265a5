import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  CAMUNDA_VERSIONS,
  CONFIG_FORMATS,
  configQuerySchema,
  ENV_STYLES,
  finding,
  writeConfig,
} from 'backstage-plugin-camunda-identity-common';
import { z as zod } from 'zod';
import { inputErrors } from '../input/inputErrors';
import {
  declaredInput,
  oneOf,
  optional,
  withoutNothing,
  withVersionText,
} from './declared';
import { parseInput } from './parseInput';
import { toRef, referenceInput, referenceSchema } from './reference';
import { findingOutput, shortFinding } from './summary';
import type { ActionServices } from './types';

export const writeConfigInput = referenceSchema.safeExtend({
  ...configQuerySchema.shape,
  includeInitialClaimValue: zod
    .boolean({ error: 'expected true or false' })
    .optional(),
});

/** A model reads what a tool answers, so the person's id is included only if an owner asks for it. */
const CLAIM_LEFT_OUT = finding(
  'config.value-missing',
  'info',
  { kind: 'record' },
  {
    message:
      'The value of the initial claim is left out and replaced by a placeholder',
    remedy:
      'Fill it in by hand, or ask for it with includeInitialClaimValue as an owner.',
  },
);

export function registerWriteConfig(
  registry: ActionsRegistryService,
  { callers, connections, providers }: ActionServices,
) {
  registry.register({
    name: 'write-config',
    title: 'Write the configuration of a Camunda OIDC connection',
    description:
      'Returns the configuration files that connect Camunda to the provider, as environment variables, Helm values, application.yaml or a Kubernetes Secret skeleton. Secrets are references, never values, and the initial claim’s value is a placeholder. Nothing is written anywhere. In a software template use the scaffolder action camunda-identity:config:write.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        declaredInput(z, {
          ...referenceInput(z),
          format: oneOf(z, CONFIG_FORMATS),
          style: optional(z, z.enum(ENV_STYLES), 'Of env; dotenv by default'),
          component: optional(
            z,
            z.string(),
            'One client such as optimize, or all (default)',
          ),
          camundaVersion: optional(
            z,
            z.enum(CAMUNDA_VERSIONS),
            'Another version than the connection’s, e.g. 8.8',
          ),
          includeInitialClaimValue: optional(
            z,
            z.boolean(),
            'true: write the value of the initial claim, which names a person; owners only',
          ),
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
      const { id, name, includeInitialClaimValue, ...query } = parseInput(
        writeConfigInput,
        withVersionText(withoutNothing(input)),
      );
      const connection = await connections.get(toRef({ id, name }), {
        caller: await callers.resolve(credentials),
      });
      const { value, ...claim } = connection.initialClaim;
      const told = includeInitialClaimValue === true && value !== undefined;
      const { files, findings } = inputErrors(() =>
        writeConfig(
          { ...connection, initialClaim: told ? { ...claim, value } : claim },
          providers,
          query,
        ),
      );
      return {
        output: {
          files,
          findings: [
            ...findings.map(shortFinding),
            ...(told ? [] : [shortFinding(CLAIM_LEFT_OUT)]),
          ],
        },
      };
    },
  });
}
