import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Actions } from './forHosts';

const TRIES = 30;
const PAUSE_MS = 1_000;

/**
 * Asks the portal's scaffolder for its actions; it may still be starting, and is asked again for half a minute.
 *
 * @throws Error with what it answered last
 */
export async function installedActions(options: {
  auth: AuthService;
  discovery: DiscoveryService;
  signal?: AbortSignal;
  pauseMs?: number;
}): Promise<Actions> {
  const { auth, discovery, signal, pauseMs = PAUSE_MS } = options;
  for (let tries = 1; ; tries += 1)
    try {
      const baseUrl = await discovery.getBaseUrl('scaffolder');
      const { token } = await auth.getPluginRequestToken({
        onBehalfOf: await auth.getOwnServiceCredentials(),
        targetPluginId: 'scaffolder',
      });
      const response = await fetch(`${baseUrl}/v2/actions`, {
        headers: { Authorization: `Bearer ${token}` },
        signal,
      });
      if (!response.ok) {
        await response.body?.cancel();
        throw new Error(`the scaffolder answered ${response.status}`);
      }
      const actions: Array<{ id: string }> = await response.json();
      return new Set(actions.map(({ id }) => id));
    } catch (error) {
      if (tries >= TRIES || signal?.aborted) throw error;
      await sleep(pauseMs);
    }
}
