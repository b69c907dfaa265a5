import { useEffect, useRef, type RefObject } from 'react';

/** Fields that say that they are refused; a select says it on the element around its button. */
const REFUSED =
  '[aria-invalid="true"], [data-invalid] button[aria-haspopup="listbox"]';

/**
 * Once the form has refused to go on, the first field with a problem has the focus.
 *
 * @param refused - the form has problems with this field
 * @returns to be set on what is around the fields
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
    // Where several fields of a form are refused, each of them gets here.
    if (first && frame?.contains(first)) first.focus();
  }, [refused]);
  return ref;
}
