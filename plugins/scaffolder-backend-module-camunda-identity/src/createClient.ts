import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import type { CamundaIdentityService } from 'backstage-plugin-camunda-identity-node';

/** What every action needs. */
export interface ActionOptions {
  camundaIdentity: CamundaIdentityService;
}

/** A client that acts on behalf of the person who started the task. */
export async function createClient(
  ctx: Pick<ActionContext<any, any, any>, 'getInitiatorCredentials' | 'signal'>,
  { camundaIdentity }: ActionOptions,
) {
  return camundaIdentity.client(await ctx.getInitiatorCredentials(), {
    signal: ctx.signal,
  });
}

/** Names of the Microsoft clouds that this installation knows. */
export function cloudNames({ camundaIdentity }: ActionOptions): string[] {
  return Object.keys(camundaIdentity.clouds);
}
