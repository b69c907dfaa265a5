import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  CAMUNDA_VERSIONS,
  listQuerySchema,
} from 'backstage-plugin-camunda-identity-common';
import {
  declaredInput,
  optional,
  withoutNothing,
  withVersionText,
} from './declared';
import { parseInput } from './parseInput';
import { summaryOf, summaryOutput } from './summary';
import type { ActionServices } from './types';

/** Tools get every connection in one shape, without upgrades. */
export const listConnectionsInput = listQuerySchema.omit({
  view: true,
  upgradeTo: true,
});

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
        declaredInput(z, {
          entityRef: optional(
            z,
            z.string(),
            'e.g. system:default/payments-camunda',
          ),
          owner: optional(z, z.string(), 'e.g. group:default/team-a'),
          provider: optional(
            z,
            z.enum(['GENERIC', 'MICROSOFT']),
            'Type of the provider',
          ),
          status: optional(
            z,
            z.enum(['unknown', 'pass', 'warn', 'fail']),
            'Health of the connection',
          ),
          camundaVersion: optional(z, z.enum(CAMUNDA_VERSIONS), 'e.g. 8.7'),
          secretsExpireBefore: optional(z, z.string(), 'ISO 8601'),
          q: optional(
            z,
            z.string(),
            'Beginnings of words of name, title, issuer, client IDs',
          ),
          sort: optional(
            z,
            z.enum([
              'name',
              'updatedAt',
              'checkedAt',
              'status',
              'secretsExpireAt',
            ]),
            'name by default',
          ),
          order: optional(z, z.enum(['asc', 'desc']), 'asc by default'),
          // Clients of language models often send numbers and booleans as text.
          limit: optional(
            z,
            z.union([z.number(), z.string()]),
            '1 to 200; 20 by default',
          ),
          cursor: optional(z, z.string(), 'nextCursor of the last page'),
          count: optional(
            z,
            z.union([z.boolean(), z.string()]),
            'true: include the total',
          ),
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
      const { count, ...rest } = withVersionText(withoutNothing(input));
      const query = parseInput(listConnectionsInput, {
        ...rest,
        ...(count === undefined ? {} : { count: String(count) }),
      });
      const page = await connections.listSummaries(
        { ...query, view: 'summary' },
        {
          caller: await callers.resolve(credentials),
        },
      );
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
