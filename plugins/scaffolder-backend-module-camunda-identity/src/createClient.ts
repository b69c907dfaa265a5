import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import {
  CamundaIdentityClient,
  PLUGIN_ID,
} from 'backstage-plugin-camunda-identity-common/client';

/** What every action needs. */
export interface ActionOptions {
  auth: AuthService;
  discovery: DiscoveryService;
  /** Names of the Microsoft clouds that this installation knows. */
  clouds: readonly string[];
}

/** A client that acts on behalf of the person who started the task. */
export async function createClient(
  ctx: Pick<ActionContext<any, any, any>, 'getInitiatorCredentials' | 'signal'>,
  { auth, discovery }: ActionOptions,
): Promise<CamundaIdentityClient> {
  const { token } = await auth.getPluginRequestToken({
    onBehalfOf: await ctx.getInitiatorCredentials(),
    targetPluginId: PLUGIN_ID,
  });
  return new CamundaIdentityClient({
    baseUrl: () => discovery.getBaseUrl(PLUGIN_ID),
    fetch: (input, init) =>
      fetch(input, {
        ...init,
        signal: init?.signal ?? ctx.signal,
        headers: { ...init?.headers, Authorization: `Bearer ${token}` },
      }),
  });
}
