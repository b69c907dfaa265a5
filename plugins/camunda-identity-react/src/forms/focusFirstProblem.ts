import { useEffect, useRef, type RefObject } from 'react';

/** Invalid fields; a select is marked on the element around its button. */
const REFUSED =
  '[aria-invalid="true"], [data-invalid] button[aria-haspopup="listbox"]';

/**
 * Focuses the first field with a problem once the form has refused to continue.
 *
 * @param refused - whether the form has problems with this field
 * @returns a ref for the element around the fields
 *
 * @public
 */
export function useFocusFirstProblem(
  refused: boolean,
): RefObject<HTMLDivElement> {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!refused) return;
    const frame = ref.current;
    const form = frame?.closest('form') ?? frame;
    const first = form?.querySelector<HTMLElement>(REFUSED);
    // If several fields of a form are invalid, each of them gets here.
    if (first && frame?.contains(first)) first.focus();
  }, [refused]);
  return ref;
}
