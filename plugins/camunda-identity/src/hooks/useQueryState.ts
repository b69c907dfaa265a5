import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/**
 * Values in the address, so that what is shown can be linked to.
 *
 * @returns reads one, and sets some: what is undefined or empty leaves the address. With `step` the browser's
 * Back leads to what was before, as from page to page
 */
export function useQueryState(): [
  get: (key: string) => string | undefined,
  set: (change: Record<string, string | undefined>, step?: boolean) => void,
] {
  const [params, setParams] = useSearchParams();
  const get = useCallback(
    (key: string) => params.get(key) ?? undefined,
    [params],
  );
  const set = useCallback(
    (change: Record<string, string | undefined>, step = false) =>
      setParams(
        before => {
          const after = new URLSearchParams(before);
          for (const [key, value] of Object.entries(change))
            if (value) after.set(key, value);
            else after.delete(key);
          return after;
        },
        { replace: !step },
      ),
    [setParams],
  );
  return [get, set];
}
