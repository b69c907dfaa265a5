import { useRef } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';

/**
 * Like `useAsyncRetry`, and what was read before stays while it is read again: nothing jumps.
 *
 * @param key - what is read; with another key nothing is kept
 */
export function useKept<T>(
  read: () => Promise<T>,
  key: string,
): { value?: T; error?: Error; loading: boolean; retry: () => void } {
  const kept = useRef<{ key: string; value: T }>(undefined);
  const state = useAsyncRetry(async () => {
    const value = await read();
    kept.current = { key, value };
    return { key, value };
    // The key says what is read.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);
  const current = state.value?.key === key ? state.value : kept.current;
  return {
    value: current?.key === key ? current.value : undefined,
    error: state.error,
    loading: state.loading,
    retry: state.retry,
  };
}
