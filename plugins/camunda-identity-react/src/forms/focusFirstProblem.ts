import { useEffect, useRef, type RefObject } from 'react';

/**
 * Once the form has refused to go on, the first field with a problem has the focus.
 *
 * @param refused - the form has problems with this field
 * @returns to be set on what is around the fields
 */
export function useFocusFirstProblem(
  refused: boolean,
): RefObject<HTMLDivElement> {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!refused) return;
    ref.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refused]);
  return ref;
}
