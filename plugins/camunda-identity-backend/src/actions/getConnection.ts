import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { declaredInput, withoutNothing } from './declared';
import { parseInput } from './parseInput';
import { toRef, referenceInput, referenceSchema } from './reference';
import { summaryOf, summaryOutput } from './summary';
import type { ActionServices } from './types';

export { referenceSchema as getConnectionInput };

export function registerGetConnection(
  registry: ActionsRegistryService,
  { callers, connections }: ActionServices,
) {
  registry.register({
    name: 'get-connection',
    title: 'Get a Camunda OIDC connection',
    description:
      'Reads one connection of a Camunda installation to its OpenID provider: the applications (clients) to have at the provider with redirect URIs, grant types and scopes, the provider’s addresses, and the health. Holds no secrets and not the value of the initial claim.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z => declaredInput(z, referenceInput(z)),
      output: z =>
        z.object({
          ...summaryOutput(z),
          etag: z.string().describe('For update-connection'),
          description: z.string().optional(),
          clients: z.array(
            z.object({
              key: z.string(),
              title: z.string(),
              clientId: z.string(),
              clientType: z.string(),
              redirectUris: z.array(z.string()),
              postLogoutRedirectUris: z.array(z.string()),
              grantTypes: z.array(z.string()),
              scopes: z.array(z.string()),
            }),
          ),
          initialClaim: z.object({ name: z.string(), state: z.string() }),
          discovered: z.record(z.string()).optional(),
          reportId: z.string().optional(),
        }),
    },
    examples: [{ title: 'By name', input: { name: 'payments-prod' } }],
    async action({ input, credentials }) {
      const connection = await connections.get(
        toRef(parseInput(referenceSchema, withoutNothing(input))),
        { caller: await callers.resolve(credentials) },
      );
      const { description, initialClaim, discovered, health } = connection;
      return {
        output: {
          ...summaryOf(connection),
          etag: connection.etag,
          description,
          clients: connection.clients.map(client => ({
            key: client.key,
            title: client.title,
            clientId: client.clientId,
            clientType: client.clientType,
            redirectUris: client.redirectUris,
            postLogoutRedirectUris: client.postLogoutRedirectUris,
            grantTypes: client.grantTypes,
            scopes: client.scopes,
          })),
          initialClaim: { name: initialClaim.name, state: initialClaim.state },
          discovered: discovered && { ...discovered },
          reportId: health.reportId,
        },
      };
    },
  });
}
