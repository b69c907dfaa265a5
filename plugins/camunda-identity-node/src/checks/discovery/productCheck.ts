import { checkOf } from '../checkOf';
import { DOCUMENT } from '../document';
import type { Verdict } from '../verdict';

/** Which product this is and what is special about it. */
export const productCheck = checkOf(
  DOCUMENT,
  'discovery.product',
  ({ profile, context }): Verdict => {
    if (profile.profile === 'generic')
      return {
        result: 'skipped',
        message: 'The product was not recognised; general rules apply',
      };
    const typed = context.input.provider.type;
    if (profile.providerType === 'MICROSOFT' && typed === 'GENERIC')
      return {
        result: 'info',
        message:
          'This is Microsoft Entra ID, recorded as GENERIC. Camunda’s page has steps of its own for it (MICROSOFT), with defaults for audience and scope.',
        docsUrl: profile.docsUrl,
        evidence: { profile: profile.profile },
      };
    return {
      result: 'pass',
      message: `${profile.title}. ${profile.quirks.join(' ')}`.trim(),
      docsUrl: profile.docsUrl,
      evidence: { profile: profile.profile },
    };
  },
);
