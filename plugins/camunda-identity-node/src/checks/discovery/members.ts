/** The type that a member of a discovery document must have. */
export type MemberKind = 'text' | 'url' | 'texts' | 'truth' | 'object';

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

/** Lists of texts in them. */
export const LISTS = [
  'scopes_supported',
  'response_types_supported',
  'response_modes_supported',
  'grant_types_supported',
  'acr_values_supported',
  'subject_types_supported',
  'id_token_signing_alg_values_supported',
  'id_token_encryption_alg_values_supported',
  'id_token_encryption_enc_values_supported',
  'userinfo_signing_alg_values_supported',
  'userinfo_encryption_alg_values_supported',
  'userinfo_encryption_enc_values_supported',
  'request_object_signing_alg_values_supported',
  'token_endpoint_auth_methods_supported',
  'token_endpoint_auth_signing_alg_values_supported',
  'introspection_endpoint_auth_methods_supported',
  'revocation_endpoint_auth_methods_supported',
  'display_values_supported',
  'claim_types_supported',
  'claims_supported',
  'ui_locales_supported',
  'claims_locales_supported',
  'code_challenge_methods_supported',
];

/** Addresses beside those whose name ends in `_endpoint`. */
const URLS = [
  'jwks_uri',
  'check_session_iframe',
  'service_documentation',
  'op_policy_uri',
  'op_tos_uri',
];

/** Members that no specification describes may be anything. */
const OWN = /^(ping|x)_/;

/** The required kind of a member; undefined for one that no specification describes. */
export function kindOf(member: string): MemberKind | undefined {
  // Its form is checked together with its value.
  if (member === 'issuer') return 'text';
  if (TRUTHS.includes(member)) return 'truth';
  if (LISTS.includes(member)) return 'texts';
  if (URLS.includes(member)) return 'url';
  if (member === 'mtls_endpoint_aliases') return 'object';
  if (OWN.test(member)) return undefined;
  return member.endsWith('_endpoint') ? 'url' : undefined;
}

/** Characters that Java's URI refuses (RFC 2396 section 2.4.3). */
const NO_URI = /[\s"<>\\^`{|}]/;

/** True for a value of this kind; Java's libraries skip null entries. */
export function fits(kind: MemberKind, value: unknown): boolean {
  switch (kind) {
    case 'text':
      return typeof value === 'string';
    case 'url':
      return typeof value === 'string' && !NO_URI.test(value);
    case 'texts':
      return (
        Array.isArray(value) &&
        value.every(entry => typeof entry === 'string' || entry === null)
      );
    case 'truth':
      return typeof value === 'boolean';
    default:
      return (
        typeof value === 'object' && value !== null && !Array.isArray(value)
      );
  }
}
