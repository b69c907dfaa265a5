import { absent, documentCheck, textsOf } from '../documentCheck';

const MEMBER = 'token_endpoint_auth_methods_supported';

/** How a client secret may be sent (OpenID Connect Core 1.0 section 9). */
export const authMethodsCheck = documentCheck(
  'discovery.auth-methods',
  facts => {
    const methods = textsOf(facts.document, MEMBER);
    // Absent means client_secret_basic to the specification, and nothing certain in practice.
    if (!methods)
      return absent(
        MEMBER,
        facts,
        'The specification takes client_secret_basic for granted then; a token request shows it.',
      );
    if (methods.includes('client_secret_basic'))
      return { result: 'pass', message: 'client_secret_basic is supported' };
    if (methods.includes('client_secret_post'))
      return {
        result: 'info',
        message:
          'Only client_secret_post is listed: the secret travels in the body of the request',
      };
    return {
      result: 'warn',
      message: `Neither client_secret_basic nor client_secret_post is listed: ${methods.join(
        ', ',
      )}`,
    };
  },
);
