import { finding } from 'backstage-plugin-camunda-identity-common';
import { PROVIDER, type Verdict } from '../documentCheck';
import type { CheckContext, ProviderCheck } from '../types';

/** A key as it stands in the set, whatever it is. */
export type Key = Readonly<Record<string, unknown>>;

/** Names a key to people: its kid, else its place. */
export function nameOf(key: Key, index: number): string {
  return typeof key.kid === 'string'
    ? `"${key.kid.slice(0, 80)}"`
    : `number ${index + 1}`;
}

/** A check of the keys of the set. It sends no request. */
export function keysCheck(
  code: string,
  judge: (keys: readonly Key[], context: CheckContext) => Verdict,
): ProviderCheck {
  return {
    plan: () => [{ code, subject: PROVIDER }],

    async run(context, report) {
      const outcome = await context.jwks();
      if (!outcome.ok) {
        report(
          finding(code, 'skipped', PROVIDER, {
            message: 'There is no key set to look at',
          }),
        );
        return;
      }
      const { result, ...rest } = judge(outcome.keys, context);
      report(finding(code, result, PROVIDER, rest));
    },
  };
}
