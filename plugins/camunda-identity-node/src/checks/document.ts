import type { ProviderProfile } from 'backstage-plugin-camunda-identity-common';
import type { FactSource } from './checkOf';
import type { DiscoveryOutcome } from './discovery/fetchDiscovery';
import type { CheckContext } from './types';
import type { Verdict } from './verdict';

/** A discovery document and the product that published it. */
export interface DocumentFacts {
  document: Readonly<Record<string, unknown>>;
  /** The answer that it came with. */
  outcome: Extract<DiscoveryOutcome, { ok: true }>;
  profile: ProviderProfile;
  context: CheckContext;
}

/** The discovery document. */
export const DOCUMENT: FactSource<DocumentFacts> = async context => {
  const outcome = await context.discovery();
  return outcome.ok
    ? {
        document: outcome.document,
        outcome,
        profile: await context.profile(),
        context,
      }
    : 'There is no discovery document to look at';
};

/** The strings of a list; undefined if the member is absent or not a list. */
export function textsOf(
  document: Readonly<Record<string, unknown>>,
  member: string,
): string[] | undefined {
  const list = Object.hasOwn(document, member) ? document[member] : undefined;
  return Array.isArray(list)
    ? list.filter(entry => typeof entry === 'string')
    : undefined;
}

/** The verdict for an absent list: nothing certain. */
export function absent(
  member: string,
  { profile }: DocumentFacts,
  otherwise: string,
): Verdict {
  const known = profile.lists?.[member as keyof typeof profile.lists];
  return {
    result: 'unknown',
    message: `The document does not have ${member}. ${known ?? otherwise}`,
  };
}
