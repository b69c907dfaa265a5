import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  INITIAL_CLAIM_NOTICE,
  providerSetupQuerySchema,
  type Connection,
} from 'backstage-plugin-camunda-identity-common';
import {
  SETUP_PRODUCTS,
  setupApplications,
  writeProviderSetup,
} from 'backstage-plugin-camunda-identity-common/setup';
import { inputErrors } from '../input/inputErrors';
import { declaredInput, oneOf, optional, withoutNothing } from './declared';
import { parseInput } from './parseInput';
import { referenceInput, referenceSchema, toRef } from './reference';
import { findingOutput, shortFinding } from './summary';
import type { ActionServices } from './types';

export const providerSetupInput = referenceSchema.safeExtend(
  providerSetupQuerySchema.shape,
);

/**
 * The parts of a connection that can no longer change, and why, so that an assistant does not propose to change
 * them.
 */
function fixedOf(connection: Connection) {
  const registered = setupApplications(connection).filter(
    ({ clientId }) => clientId !== undefined,
  );
  return [
    ...(connection.initialClaim.state === 'set'
      ? [{ what: 'initialClaim', why: INITIAL_CLAIM_NOTICE.text }]
      : []),
    ...registered.map(({ client, uniqueName }) => ({
      what: `client ID of ${client}`,
      why: `The application exists. Files find it by its ID or by ${uniqueName}, so that another ID, or another name of the connection, creates a second one.`,
    })),
  ];
}

export function registerProviderSetup(
  registry: ActionsRegistryService,
  { callers, connections, providers }: ActionServices,
) {
  registry.register({
    name: 'provider-setup',
    title: 'What a Camunda OIDC connection needs at its provider',
    description:
      'Lists what has to exist at the OpenID provider of a registered connection: steps with values for a person, or files that create it (scripts, Terraform, requests), which client IDs are still missing, and what can no longer change. Contains no secrets, changes nothing. Camunda’s own side is written by write-config; in a software template use the scaffolder action camunda-identity:provider:setup.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        declaredInput(z, {
          ...referenceInput(z),
          product: optional(
            z,
            oneOf(z, SETUP_PRODUCTS),
            'Product to write for; defaults to that of the provider',
          ),
          form: optional(
            z,
            oneOf(z, ['steps', 'files']),
            'steps (the default) or files',
          ),
        }),
      output: z =>
        z.object({
          product: z.string(),
          title: z.string(),
          steps: z.array(z.record(z.unknown())),
          files: z.array(z.object({ path: z.string(), content: z.string() })),
          awaited: z
            .array(z.string())
            .describe('Clients whose ID the provider has not assigned yet'),
          fixed: z.array(z.object({ what: z.string(), why: z.string() })),
          findings: z.array(findingOutput(z)),
        }),
    },
    examples: [
      {
        title: 'As Terraform and scripts for Keycloak',
        input: { name: 'payments-prod', product: 'keycloak', form: 'files' },
      },
    ],
    async action({ input, credentials }) {
      const { id, name, product, form } = parseInput(
        providerSetupInput,
        withoutNothing(input),
      );
      const connection = await connections.get(toRef({ id, name }), {
        caller: await callers.resolve(credentials),
      });
      const setup = inputErrors(() =>
        writeProviderSetup(connection, providers, product),
      );
      return {
        output: {
          product: setup.product,
          title: setup.title,
          steps: form === 'files' ? [] : setup.steps.map(step => ({ ...step })),
          files:
            form === 'files'
              ? setup.files.map(({ path, content }) => ({ path, content }))
              : [],
          awaited: setup.applications
            .filter(({ clientId }) => !clientId)
            .map(({ client }) => client),
          fixed: fixedOf(connection),
          findings: setup.findings.map(shortFinding),
        },
      };
    },
  });
}
