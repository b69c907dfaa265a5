import { useEntityPresentation } from '@backstage/plugin-catalog-react';

/** How a group or person is called in this portal. */
export function useOwnerTitle(ref: string): string {
  return useEntityPresentation(ref, { defaultKind: 'group' }).primaryTitle;
}
