import {
  findDefinition,
  type FindingDefinition,
} from 'backstage-plugin-camunda-identity-common';
import type { ProviderCheck } from './checks/types';

/**
 * Finds the definition of a finding code.
 *
 * @public
 */
export type Definitions = (code: string) => FindingDefinition | undefined;

/** The catalogue, extended by the codes of other packages' checks. */
export function definitionsOf(checks: readonly ProviderCheck[]): Definitions {
  const added = new Map(
    checks.flatMap(({ definitions = [] }) =>
      definitions.map(entry => [entry.code, entry]),
    ),
  );
  return code => findDefinition(code) ?? added.get(code);
}
