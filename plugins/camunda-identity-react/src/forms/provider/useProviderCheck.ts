import type { Report } from 'backstage-plugin-camunda-identity-common/client';
import { useEffect, useState } from 'react';
import { useApiClient } from './useApiClient';

/** Idle time in milliseconds before the provider is checked. */
const DEBOUNCE_MS = 700;

/** The state of the check of the entered provider. */
export type ProviderCheckState =
  | { kind: 'idle' }
  | { kind: 'checking' }
  | { kind: 'report'; report: Report }
  | { kind: 'error'; message: string };

/**
 * Checks a provider while it is being typed.
 *
 * @param provider - undefined while it is incomplete
 */
export function useProviderCheck(
  provider: object | undefined,
): ProviderCheckState {
  const client = useApiClient();
  const [state, setState] = useState<ProviderCheckState>({ kind: 'idle' });
  const body = provider && JSON.stringify({ provider });

  useEffect(() => {
    if (!body) {
      setState({ kind: 'idle' });
      return undefined;
    }
    // The result for another provider must not be shown for this one.
    setState({ kind: 'checking' });
    const controller = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const report = await client.checkProvider(
          JSON.parse(body),
          controller.signal,
        );
        if (!controller.signal.aborted) setState({ kind: 'report', report });
      } catch (error) {
        if (!controller.signal.aborted)
          setState({ kind: 'error', message: (error as Error).message });
      }
    }, DEBOUNCE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [body, client]);

  return state;
}
