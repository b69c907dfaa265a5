import {
  finding,
  type FindingCode,
} from 'backstage-plugin-camunda-identity-common';
import type { CheckContext, ProviderCheck } from './types';
import { PROVIDER, type Verdict } from './verdict';

/**
 * Something that was fetched in a run and that many checks look at.
 *
 * @returns a text where there is nothing to look at: the reason, for people; undefined where another check
 * has told it under the same code
 */
export type FactSource<Facts extends object> = (
  context: CheckContext,
  code: FindingCode,
) => Promise<Facts | string | undefined>;

/**
 * A check of one thing about the provider, in what was fetched already. It sends no request of its own.
 *
 * @param source - what it looks at
 * @param judge - what it has to say of it
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
