import type { Finding } from '../../checks';
import { resolveProvider, type ProviderContext } from '../../providers';
import { recordClients } from '../recordClients';
import { audienceRules } from './audiences';
import { clientRules } from './clients';
import { initialClaimRules } from './initialClaim';
import { entraRules } from './entra';
import { placeholderRules } from './placeholders';
import { productRules } from './products';
import { sharedRules } from './shared';
import type { LintContext, LintInput, LintOptions, LintRule } from './types';
import { urlRules } from './urls';

export type { LintInput, LintOptions } from './types';

const RULES: readonly LintRule[] = [
  urlRules,
  placeholderRules,
  clientRules,
  audienceRules,
  initialClaimRules,
  sharedRules,
  entraRules,
  productRules,
];

/**
 * What is doubtful about a record. Such a record is stored all the same: a person may be right.
 *
 * @public
 */
export function lintRecord(
  input: LintInput,
  providers: ProviderContext,
  options: LintOptions,
): Finding[] {
  const context: LintContext = {
    ...input,
    ...options,
    providers,
    resolved: resolveProvider(input.provider, providers),
    clients: recordClients(input),
  };
  return RULES.flatMap(rule => rule(context));
}
