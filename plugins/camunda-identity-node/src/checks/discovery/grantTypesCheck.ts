import { checkOf } from '../checkOf';
import { absent, DOCUMENT, textsOf } from '../document';

const ALL = ['authorization_code', 'refresh_token', 'client_credentials'];

/**
 * Grant types of the record's clients (OpenID Connect Discovery 1.0 section 3: an absent list would mean
 * authorization_code and implicit, but most who leave it out have the others too).
 */
export const grantTypesCheck = checkOf(
  DOCUMENT,
  'discovery.grant-types',
  facts => {
    const { document, profile, context } = facts;
    const listed = textsOf(document, 'grant_types_supported');
    if (!listed)
      return absent(
        'grant_types_supported',
        facts,
        'Only a token request and a sign-in show what the provider has.',
      );
    const wanted = context.clients.flatMap(({ facts: { grantTypes } }) => [
      ...grantTypes,
    ]);
    const needed = wanted.length > 0 ? [...new Set<string>(wanted)] : ALL;
    const missing = needed.filter(type => !listed.includes(type));
    if (missing.length === 0)
      return {
        result: 'pass',
        message: `Supported: ${needed.join(', ')}`,
      };
    const known = profile.lists?.grant_types_supported;
    return {
      result: known && !profile.noClientCredentials ? 'info' : 'warn',
      message: `Not listed: ${missing.join(', ')}.${known ? ` ${known}` : ''}`,
      evidence: { missing },
    };
  },
);
