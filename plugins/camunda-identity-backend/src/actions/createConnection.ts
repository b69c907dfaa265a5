import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { createNewConnectionSchema } from 'backstage-plugin-camunda-identity-common';
import { auditedWrite } from './auditedWrite';
import {
  declaredInput,
  optional,
  withoutNothing,
  withVersionText,
} from './declared';
import { parseInput } from './parseInput';
import { summaryOf, summaryOutput } from './summary';
import type { ActionServices } from './types';

export const createConnectionInput = createNewConnectionSchema();

export function registerCreateConnection(
  registry: ActionsRegistryService,
  services: ActionServices,
) {
  const { connections, providers } = services;
  const schema = createNewConnectionSchema({
    clouds: Object.keys(providers?.clouds ?? {}),
  });
  registry.register({
    name: 'create-connection',
    title: 'Register a Camunda OIDC connection',
    description:
      'Registers the connection of a Camunda installation to its OpenID provider, for a catalog entity that the caller owns. Takes no secrets, only references to them. Check the provider first with check-provider; afterwards provider-setup lists what to create there. An existing one is changed by update-connection; in a software template use the scaffolder action camunda-identity:connection:create.',
    attributes: { readOnly: false, destructive: false, idempotent: false },
    schema: {
      input: z =>
        declaredInput(z, {
          name: z.string().describe('Unique name, e.g. payments-prod'),
          title: optional(z, z.string(), 'Display name'),
          description: optional(z, z.string(), 'For people'),
          entityRef: z
            .string()
            .describe(
              'The catalog entity that runs Camunda, e.g. system:default/payments-camunda',
            ),
          owner: optional(
            z,
            z.string(),
            'Entity reference; defaults to the owner of the entity',
          ),
          camundaVersion: z
            .union([z.string(), z.number()])
            .describe('e.g. 8.8'),
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
          components: z
            .record(z.unknown())
            .describe(
              'By component: { identity: { url, clientId, audience, secret: { kubernetesSecret: { name, key } } }, … }. A client ID that the provider has not assigned yet is written <client ID>',
            ),
          machineClients: optional(
            z,
            z.array(z.record(z.unknown())),
            'Applications of the team’s own: [{ name, clientId, purpose }]',
          ),
          initialClaim: z
            .record(z.unknown())
            .describe(
              '{ name, value } of the first administrator; Camunda applies it at its first start only',
            ),
          checks: optional(
            z,
            z.record(z.unknown()),
            '{ every }: how often it is checked, e.g. P1D',
          ),
        }),
      output: z => z.object(summaryOutput(z)),
    },
    examples: [
      {
        title: 'Keycloak, Management Identity only',
        input: {
          name: 'payments-prod',
          entityRef: 'system:default/payments-camunda',
          camundaVersion: '8.8',
          provider: { type: 'GENERIC', issuer: 'https://idp.example.com' },
          components: {
            identity: {
              url: 'https://identity.payments.example.com',
              clientId: 'camunda-identity',
              audience: 'camunda-identity-api',
            },
          },
          initialClaim: {
            name: 'oid',
            value: '7f3c1d52-1111-4222-8333-944455556666',
          },
        },
      },
    ],
    async action({ input, credentials }) {
      const connection = await auditedWrite(
        services,
        'create',
        credentials,
        caller =>
          connections.create(
            parseInput(schema, withVersionText(withoutNothing(input))),
            { caller },
          ),
      );
      return { output: summaryOf(connection) };
    },
  });
}
