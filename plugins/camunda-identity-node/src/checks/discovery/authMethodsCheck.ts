import {
  clientAuthenticationOf,
  type ClientAuthentication,
} from 'backstage-plugin-camunda-identity-common';
import { checkOf } from '../checkOf';
import { absent, DOCUMENT, textsOf, type DocumentFacts } from '../document';
import type { Verdict } from '../verdict';

const MEMBER = 'token_endpoint_auth_methods_supported';

const SECRETS: readonly ClientAuthentication[] = [
  'client_secret_basic',
  'client_secret_post',
];

/** Clients that use none of the methods listed, with what they use (table of libraries). */
function without(
  { context }: DocumentFacts,
  methods: readonly string[],
): Array<{ title: string; uses: readonly string[] }> {
  const { camundaVersion, provider } = context.input;
  return context.clients.flatMap(({ facts, settings }) => {
    const can = clientAuthenticationOf(facts, camundaVersion, provider.type);
    // A client with a certificate uses it, whatever else its library supports.
    const uses = settings.certificate
      ? can.filter(method => method === 'private_key_jwt')
      : can;
    return uses.length === 0 ||
      facts.clientType === 'public' ||
      uses.some(method => methods.includes(method))
      ? []
      : [{ title: facts.title, uses }];
  });
}

/** How clients authenticate, against what Camunda's libraries do (OpenID Connect Core 1.0 section 9). */
export const authMethodsCheck = checkOf(
  DOCUMENT,
  'discovery.auth-methods',
  (facts): Verdict => {
    const methods = textsOf(facts.document, MEMBER);
    // By the specification an absent list means client_secret_basic; in practice it means nothing certain.
    if (!methods)
      return absent(
        MEMBER,
        facts,
        'The specification takes client_secret_basic for granted then; a token request shows it.',
      );
    const listed = methods.slice(0, 20).join(', ') || 'none';
    const missing = without(facts, methods);
    if (missing.length > 0)
      return {
        result: 'warn',
        message: `${missing
          .map(({ title, uses }) => `${title} uses ${uses.join(' or ')}`)
          .join('; ')}; listed: ${listed}`,
        evidence: { methods: methods.slice(0, 20) },
      };
    const known = SECRETS.filter(method => methods.includes(method));
    if (known.length > 0)
      return {
        result:
          facts.context.clients.length === 0 && known[0] !== SECRETS[0]
            ? 'info'
            : 'pass',
        message: `Supported: ${known.join(', ')}`,
      };
    return {
      result: methods.includes('private_key_jwt') ? 'info' : 'warn',
      message: `Neither client_secret_basic nor client_secret_post is listed: ${listed}`,
    };
  },
);
