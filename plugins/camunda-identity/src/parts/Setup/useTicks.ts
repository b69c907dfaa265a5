import { storageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useCallback, useMemo } from 'react';
import useObservable from 'react-use/esm/useObservable';

/**
 * Steps that a person has ticked for a connection; they stay, in Backstage's storage of this person.
 */
export function useTicks(
  connectionId: string,
): [ticked: ReadonlySet<string>, set: (step: string, on: boolean) => void] {
  const storage = useApi(storageApiRef);
  const bucket = useMemo(
    () => storage.forBucket('camunda-identity-setup'),
    [storage],
  );
  const observed = useMemo(
    () => bucket.observe$<string[]>(connectionId),
    [bucket, connectionId],
  );
  const snapshot = useObservable(
    observed,
    bucket.snapshot<string[]>(connectionId),
  );
  const value = snapshot.value;
  const ticked = useMemo(() => new Set(value ?? []), [value]);
  const set = useCallback(
    (step: string, on: boolean) => {
      const next = new Set(ticked);
      if (on) next.add(step);
      else next.delete(step);
      bucket.set(connectionId, [...next]);
    },
    [bucket, connectionId, ticked],
  );
  return [ticked, set];
}
