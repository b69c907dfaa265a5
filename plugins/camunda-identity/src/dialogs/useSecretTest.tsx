import type { Connection } from 'backstage-plugin-camunda-identity-common/client';
import { lazy, Suspense, useState, type ReactNode } from 'react';

type Client = Connection['clients'][number];

const LazyTestSecretDialog = lazy(() =>
  import('./TestSecretDialog').then(m => ({ default: m.TestSecretDialog })),
);

/**
 * Tests an application's secret once: it is asked for, sent along with one check, and kept nowhere.
 *
 * @param start - runs the checks with secrets
 */
export function useSecretTest(
  start: (secrets: Record<string, string>) => Promise<void>,
): { open(client: Client): void; dialog: ReactNode } {
  const [client, setClient] = useState<Client>();
  return {
    open: setClient,
    dialog: client && (
      <Suspense fallback={null}>
        <LazyTestSecretDialog
          client={client}
          onClose={() => setClient(undefined)}
          onTest={secret => {
            setClient(undefined);
            start({ [client.key]: secret });
          }}
        />
      </Suspense>
    ),
  };
}
