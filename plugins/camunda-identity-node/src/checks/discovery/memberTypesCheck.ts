import { documentCheck, type Verdict } from '../documentCheck';

type Kind = 'text' | 'texts' | 'truth' | 'object';

const LIST = /_supported$/;

/** Members of OpenID Connect Discovery 1.0 section 3 and RFC 8414 section 2 that are true or false. */
const TRUTHS = [
  'claims_parameter_supported',
  'request_parameter_supported',
  'request_uri_parameter_supported',
  'require_request_uri_registration',
  'require_pushed_authorization_requests',
  'require_signed_request_object',
  'authorization_response_iss_parameter_supported',
  'frontchannel_logout_supported',
  'frontchannel_logout_session_supported',
  'backchannel_logout_supported',
  'backchannel_logout_session_supported',
  'tls_client_certificate_bound_access_tokens',
];

const LISTS = [
  'scopes_supported',
  'response_types_supported',
  'response_modes_supported',
  'grant_types_supported',
  'acr_values_supported',
  'subject_types_supported',
  'id_token_signing_alg_values_supported',
  'id_token_encryption_alg_values_supported',
  'token_endpoint_auth_methods_supported',
  'token_endpoint_auth_signing_alg_values_supported',
  'display_values_supported',
  'claim_types_supported',
  'claims_supported',
  'ui_locales_supported',
  'code_challenge_methods_supported',
];

const TEXTS = ['issuer', 'jwks_uri', 'service_documentation', 'op_policy_uri'];

/** The type that a member has to have; undefined for one that nobody describes. */
function kindOf(member: string): Kind | undefined {
  if (TRUTHS.includes(member)) return 'truth';
  if (LISTS.includes(member)) return 'texts';
  if (TEXTS.includes(member)) return 'text';
  if (member === 'mtls_endpoint_aliases') return 'object';
  if (member.endsWith('_endpoint') && !LIST.test(member)) return 'text';
  return undefined;
}

const NAMES: Record<Kind, string> = {
  text: 'a text',
  texts: 'a list of texts',
  truth: 'true or false',
  object: 'an object',
};

function fits(kind: Kind, value: unknown): boolean {
  switch (kind) {
    case 'text':
      return typeof value === 'string';
    case 'texts':
      return (
        Array.isArray(value) && value.every(entry => typeof entry === 'string')
      );
    case 'truth':
      return typeof value === 'boolean';
    default:
      return typeof value === 'object' && value !== null;
  }
}

/** Without these right, components cannot start. */
const NEEDED = [
  'issuer',
  'authorization_endpoint',
  'token_endpoint',
  'jwks_uri',
  'response_types_supported',
  'id_token_signing_alg_values_supported',
];

/** Types of known members (OpenID Connect Discovery 1.0 sections 3 and 4.2). */
export const memberTypesCheck = documentCheck(
  'discovery.member-types',
  ({ document }): Verdict => {
    const wrong = Object.entries(document).flatMap(([member, value]) => {
      const kind = kindOf(member);
      return kind && !fits(kind, value) ? [{ member, kind }] : [];
    });
    if (wrong.length > 0)
      return {
        result: wrong.some(({ member }) => NEEDED.includes(member))
          ? 'fail'
          : 'warn',
        message: wrong
          .map(({ member, kind }) => `${member} is not ${NAMES[kind]}`)
          .join('; '),
        evidence: { members: wrong.map(({ member }) => member) },
      };
    const empty = LISTS.filter(
      member => Array.isArray(document[member]) && !document[member].length,
    );
    return empty.length > 0
      ? {
          result: 'info',
          message: `Lists without an entry have to be left out: ${empty.join(
            ', ',
          )}`,
        }
      : { result: 'pass', message: 'Every known member has its type' };
  },
);
