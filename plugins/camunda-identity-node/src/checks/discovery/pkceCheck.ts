import { checkOf } from '../checkOf';
import { absent, DOCUMENT, textsOf } from '../document';

/** PKCE with S256, which public clients need (RFC 7636 section 4.2; RFC 9700 section 2.1.1). */
export const pkceCheck = checkOf(DOCUMENT, 'discovery.pkce', facts => {
  const methods = textsOf(facts.document, 'code_challenge_methods_supported');
  if (!methods)
    return absent(
      'code_challenge_methods_supported',
      facts,
      'Many providers have PKCE without saying so; a sign-in to a user interface shows it.',
    );
  if (methods.includes('S256'))
    return { result: 'pass', message: 'PKCE with S256 is supported' };
  const hasPublic = facts.context.clients.some(
    ({ facts: { clientType } }) => clientType === 'public',
  );
  return {
    result: hasPublic ? 'fail' : 'warn',
    message: `PKCE with S256 is not among the methods listed: ${
      methods.join(', ') || 'none'
    }`,
  };
});
