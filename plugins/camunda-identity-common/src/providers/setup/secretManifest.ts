import type { ClientKey } from '../../camunda';
import type { SetupApplication } from './types';
import { json } from './quote';

/**
 * Secrets that were just made, as the Kubernetes Secrets from which Camunda reads them: `kubectl apply -f` takes it.
 * For the person who has to put them there, and for nothing that keeps it.
 *
 * @public
 */
export function secretManifest(
  applications: readonly SetupApplication[],
  secrets: Readonly<Partial<Record<ClientKey, string>>>,
): string {
  const byName = new Map<string, Record<string, string>>();
  for (const { client, secret: place } of applications) {
    const value = secrets[client];
    if (value === undefined || !place) continue;
    byName.set(place.name, { ...byName.get(place.name), [place.key]: value });
  }
  return json({
    apiVersion: 'v1',
    kind: 'List',
    items: [...byName].map(([name, stringData]) => ({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name },
      type: 'Opaque',
      stringData,
    })),
  });
}
