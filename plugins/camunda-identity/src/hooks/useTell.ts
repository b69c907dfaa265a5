import {
  alertApiRef,
  toastApiRef,
  useApiHolder,
} from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';

/** How long a good message stays. */
const SHOWN_MS = 5000;

/**
 * Tells the person that something has worked, whatever is drawn anew meanwhile: as a toast, and in apps on
 * the old frontend system, which have none, as an alert.
 */
export function useTell(): (message: string) => void {
  const apis = useApiHolder();
  return useCallback(
    message => {
      const toast = apis.get(toastApiRef);
      if (toast)
        toast.post({ title: message, status: 'success', timeout: SHOWN_MS });
      else
        apis.get(alertApiRef)?.post({
          message,
          severity: 'success',
          display: 'transient',
        });
    },
    [apis],
  );
}
