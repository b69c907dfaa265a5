import { finding } from 'backstage-plugin-camunda-identity-common';
import { PROVIDER } from '../verdict';
import type { ProviderCheck } from '../types';

const CODE = 'transport.redirect';

/**
 * The documents are served without a redirect. One to another origin fails the request; one within the same
 * origin is followed, as Java's libraries do.
 */
export const redirectCheck: ProviderCheck = {
  plan: () => [{ code: CODE, subject: PROVIDER }],

  async run(context, report) {
    const discovery = await context.discovery();
    if (!discovery.ok) {
      if (discovery.code !== CODE)
        report(
          finding(CODE, 'skipped', PROVIDER, {
            message: 'The provider gave no answer to look at',
          }),
        );
      return;
    }
    const jwks = await context.jwks();
    const what = [
      discovery.redirected && 'the discovery document',
      jwks.ok && jwks.redirected && 'the key set',
    ].filter(Boolean);
    report(
      what.length === 0
        ? finding(CODE, 'pass', PROVIDER, {
            message: 'The provider answers without a redirect',
          })
        : finding(CODE, 'warn', PROVIDER, {
            message: `The provider redirects ${what.join(
              ' and ',
            )} within its own origin; components follow that, at the cost of a request each time`,
            remedy:
              'Have the provider, or the proxy in front of it, answer at this address itself.',
          }),
    );
  },
};
