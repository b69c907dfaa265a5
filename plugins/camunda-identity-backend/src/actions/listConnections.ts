import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { listQuerySchema } from 'backstage-plugin-camunda-identity-common';
import { parseInput } from './parseInput';
import { summaryOf, summaryOutput } from './summary';
import type { ActionServices } from './types';

export { listQuerySchema as listConnectionsInput };

export function registerListConnections(
  registry: ActionsRegistryService,
  { callers, connections }: ActionServices,
) {
  registry.register({
    name: 'list-connections',
    title: 'List Camunda OIDC connections',
    description:
      'Lists how the Camunda installations of this company are connected to OpenID providers, with the health of each. Filter by catalog entity, owner, provider type, health or Camunda version, or search words with `q`. To find broken connections use status "fail". Page on with `nextCursor`.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .optional()
            .describe('e.g. system:default/payments-camunda'),
          owner: z.string().optional().describe('e.g. group:default/team-a'),
          provider: z.string().optional().describe('GENERIC or MICROSOFT'),
          status: z.string().optional().describe('unknown, pass, warn or fail'),
          camundaVersion: z.string().optional().describe('e.g. 8.7'),
          secretsExpireBefore: z.string().optional().describe('ISO 8601'),
          q: z
            .string()
            .optional()
            .describe('Beginnings of words of name, title, issuer, client IDs'),
          sort: z
            .string()
            .optional()
            .describe('name, updatedAt, checkedAt, status, secretsExpireAt'),
          order: z.string().optional().describe('asc or desc'),
          // Clients of language models often send numbers and booleans as text.
          limit: z
            .union([z.number(), z.string()])
            .optional()
            .describe('1 to 200; 20 by default'),
          cursor: z.string().optional().describe('nextCursor of the last page'),
          count: z
            .union([z.boolean(), z.string()])
            .optional()
            .describe('true: tell the total'),
        }),
      output: z =>
        z.object({
          items: z.array(z.object(summaryOutput(z))),
          nextCursor: z.string().optional(),
          totalItems: z.number().optional(),
        }),
    },
    examples: [
      { title: 'Broken connections', input: { status: 'fail', limit: 50 } },
    ],
    async action({ input, credentials }) {
      const { count, ...rest } = input;
      const query = parseInput(listQuerySchema, {
        ...rest,
        ...(count === undefined ? {} : { count: String(count) }),
      });
      const page = await connections.list(query, {
        caller: await callers.resolve(credentials),
      });
      return {
        output: {
          items: page.items.map(summaryOf),
          nextCursor: page.nextCursor,
          totalItems: page.totalItems,
        },
      };
    },
  });
}
