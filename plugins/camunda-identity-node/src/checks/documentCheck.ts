import {
  finding,
  type Finding,
  type FindingResult,
  type FindingSubject,
  type ProviderProfile,
} from 'backstage-plugin-camunda-identity-common';
import type { CheckContext, ProviderCheck } from './types';

export const PROVIDER: FindingSubject = { kind: 'provider' };

/** What a check has to say. */
export interface Verdict
  extends Pick<Finding, 'message'>,
    Partial<Pick<Finding, 'remedy' | 'evidence' | 'docsUrl' | 'causedBy'>> {
  result: FindingResult;
}

/** A discovery document and who published it. */
export interface DocumentFacts {
  document: Readonly<Record<string, unknown>>;
  profile: ProviderProfile;
  context: CheckContext;
}

/** The texts of a list; undefined where the member is absent or no list. */
export function textsOf(
  document: Readonly<Record<string, unknown>>,
  member: string,
): string[] | undefined {
  const list = Object.hasOwn(document, member) ? document[member] : undefined;
  return Array.isArray(list)
    ? list.filter(entry => typeof entry === 'string')
    : undefined;
}

/** A check of one thing in the discovery document. It sends no request. */
export function documentCheck(
  code: string,
  judge: (facts: DocumentFacts) => Verdict | Promise<Verdict>,
): ProviderCheck {
  return {
    plan: () => [{ code, subject: PROVIDER }],

    async run(context, report) {
      const outcome = await context.discovery();
      if (!outcome.ok) {
        report(
          finding(code, 'skipped', PROVIDER, {
            message: 'There is no discovery document to look at',
          }),
        );
        return;
      }
      const { result, ...rest } = await judge({
        document: outcome.document,
        profile: await context.profile(),
        context,
      });
      report(finding(code, result, PROVIDER, rest));
    },
  };
}

/** What to say where a list is absent: nothing certain. */
export function absent(
  member: Parameters<typeof textsOf>[1],
  { profile }: DocumentFacts,
  otherwise: string,
): Verdict {
  const known = profile.lists?.[member as keyof typeof profile.lists];
  return {
    result: 'unknown',
    message: `The document does not have ${member}. ${known ?? otherwise}`,
  };
}
