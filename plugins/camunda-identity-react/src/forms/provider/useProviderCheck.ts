import type { Report } from 'backstage-plugin-camunda-identity-common/client';
import { useEffect, useState } from 'react';
import { useApiClient } from './useApiClient';

/** Time without a key press before the provider is asked. */
const DEBOUNCE_MS = 700;

/** What is known of the provider that is being typed. */
export type ProviderCheckState =
  | { kind: 'idle' }
  | { kind: 'checking' }
  | { kind: 'report'; report: Report }
  | { kind: 'error'; message: string };

/**
 * Checks a provider while it is being typed.
 *
 * @param provider - undefined as long as it is not complete
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
    // What was said of another provider must not stand under this one.
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
