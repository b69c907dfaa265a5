/**
 * Values of `error` that a token endpoint may answer, from the registry of OAuth extension errors and from
 * products.
 */
const KNOWN = new Set([
  // RFC 6749 sections 5.2 and 4.1.2.1
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
  'access_denied',
  'unsupported_response_type',
  'server_error',
  'temporarily_unavailable',
  // RFC 6750 section 3.1, RFC 7009 section 2.2.1, RFC 8628 section 3.5
  'invalid_token',
  'insufficient_scope',
  'unsupported_token_type',
  'authorization_pending',
  'slow_down',
  'expired_token',
  // RFC 8705, RFC 8707 section 2, RFC 9396 section 5, RFC 9449 section 5
  'invalid_target',
  'invalid_authorization_details',
  'invalid_dpop_proof',
  'use_dpop_nonce',
  // OpenID Connect Core 1.0 section 3.1.2.6
  'interaction_required',
  'login_required',
  'account_selection_required',
  'consent_required',
  'invalid_request_uri',
  'invalid_request_object',
  'request_not_supported',
  'request_uri_not_supported',
  'registration_not_supported',
  // Microsoft Entra ID, Auth0, Okta, Google
  'invalid_resource',
  'mfa_required',
  'too_many_attempts',
  'too_many_requests',
  'unauthorized',
  'deleted_client',
  'redirect_uri_mismatch',
  'unknown_client',
]);

/** Replaces an error that is not one of these. */
export const UNKNOWN_ERROR = 'unknown';

/**
 * The OAuth error of an answer as it may be shown. An answer to a request with a secret may repeat it in pieces
 * or in an undetectable encoding, so only known values are shown.
 */
export function knownError(error: string): string {
  return KNOWN.has(error) ? error : UNKNOWN_ERROR;
}
