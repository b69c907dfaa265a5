import { describeClients } from 'backstage-plugin-camunda-identity-common';
import { USER_SCOPES } from 'backstage-plugin-camunda-identity-common';
import { checkOf } from '../checkOf';
import { absent, DOCUMENT, textsOf } from '../document';

/** Scopes of a sign-in (OpenID Connect Core 1.0 sections 3.1.2.1, 5.4 and 11). */
export const scopesCheck = checkOf(DOCUMENT, 'discovery.scopes', facts => {
  const { document, profile, context } = facts;
  const listed = textsOf(document, 'scopes_supported');
  if (!listed)
    return absent(
      'scopes_supported',
      facts,
      'Only a sign-in shows what the provider takes.',
    );
  const signIns = describeClients(context.input).filter(({ grantTypes }) =>
    grantTypes.includes('authorization_code'),
  );
  const asked = new Set(
    signIns.length > 0 ? signIns.flatMap(({ scopes }) => scopes) : USER_SCOPES,
  );
  // Scopes of a single application, such as Entra's <client ID>/.default, are never listed.
  const wanted = [...asked].filter(scope => !scope.includes('/'));
  const missing = wanted.filter(scope => !listed.includes(scope));
  if (missing.length === 0)
    return { result: 'pass', message: `Supported: ${wanted.join(', ')}` };
  const known = profile.lists?.scopes_supported;
  const names = missing.join(', ');
  if (missing.includes('openid'))
    return {
      result: 'fail',
      message: `Not listed: ${names}. Without openid there are no ID tokens`,
      evidence: { missing },
    };
  return {
    result: known ? 'info' : 'warn',
    message: `Not listed: ${names}.${known ? ` ${known}` : ''}`,
    evidence: { missing },
  };
});
