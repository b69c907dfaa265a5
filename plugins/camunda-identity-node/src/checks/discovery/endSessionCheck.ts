import { checkOf } from '../checkOf';
import { DOCUMENT } from '../document';
import type { Verdict } from '../verdict';

/** Logout endpoint (OpenID Connect RP-Initiated Logout 1.0 section 2.1). */
export const endSessionCheck = checkOf(
  DOCUMENT,
  'logout.endpoint',
  ({ document, profile }): Verdict => {
    if (typeof document.end_session_endpoint === 'string')
      return { result: 'pass', message: 'The logout endpoint is named' };
    const known = profile.lists?.end_session_endpoint;
    return {
      result: known ? 'info' : 'unknown',
      message: `The document does not name a logout endpoint. ${
        known ??
        'Signing out of Camunda may leave people signed in at the provider.'
      }`,
      remedy: profile.admin.logout && `See ${profile.admin.logout}.`,
    };
  },
);
