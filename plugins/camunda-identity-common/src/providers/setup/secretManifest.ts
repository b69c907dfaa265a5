import type { ClientKey } from '../../camunda';
import type { SetupApplication } from './types';
import { json } from './quote';

/**
 * New secrets as the Kubernetes Secrets from which Camunda reads them, for `kubectl apply -f`. For the person
 * who applies it; it must not be stored.
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
