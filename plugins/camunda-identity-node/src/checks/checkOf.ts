import {
  finding,
  type FindingCode,
} from 'backstage-plugin-camunda-identity-common';
import type { CheckContext, ProviderCheck } from './types';
import { PROVIDER, type Verdict } from './verdict';

/**
 * Something fetched in a run that several checks look at.
 *
 * @returns a text if there is nothing to look at: the reason, for people; undefined if another check has already reported it under the same code
 */
export type FactSource<Facts extends object> = (
  context: CheckContext,
  code: FindingCode,
) => Promise<Facts | string | undefined>;

/**
 * A check of one property of the provider, based on what was already fetched. It sends no request of its own.
 *
 * @param source - what it looks at
 * @param judge - its verdict
 */
export function checkOf<Facts extends object>(
  source: FactSource<Facts>,
  code: FindingCode,
  judge: (facts: Facts) => Verdict | Promise<Verdict>,
): ProviderCheck {
  return {
    plan: () => [{ code, subject: PROVIDER }],

    async run(context, report) {
      const facts = await source(context, code);
      if (facts === undefined) return;
      const { result, ...rest }: Verdict =
        typeof facts === 'string'
          ? { result: 'skipped', message: facts }
          : await judge(facts);
      report(finding(code, result, PROVIDER, rest));
    },
  };
}
