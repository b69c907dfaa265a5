import type { FindingDefinition, FindingMeaning } from '../types';

/**
 * Definitions of findings that are alike. Their codes become a union type.
 *
 * @param shared - what is true of all of them unless one says otherwise
 */
export function define<const Code extends string>(
  shared: FindingMeaning,
  entries: ReadonlyArray<FindingDefinition<Code>>,
): ReadonlyArray<FindingDefinition<Code>> {
  return entries.map(entry => ({ ...shared, ...entry }));
}
