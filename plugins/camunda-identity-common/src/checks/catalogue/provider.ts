import type { FindingDefinition } from '../types';

export const PROVIDER_FINDINGS: readonly FindingDefinition[] = [
  {
    code: 'discovery.document',
    title: 'Discovery document',
    severity: 'fail',
    explanation:
      'The issuer answers with its discovery document, a JSON object, at /.well-known/openid-configuration.',
    remedy:
      'Check the issuer: it is the value of "issuer" in the provider’s own discovery document.',
    source: 'OpenID Connect Discovery 1.0 sections 4.1 and 4.2',
  },
  {
    code: 'discovery.issuer-mismatch',
    title: 'Issuer',
    severity: 'fail',
    explanation:
      'The document names exactly the issuer that is configured. Camunda compares character by character and refuses tokens otherwise.',
    remedy: 'Copy the issuer from the discovery document.',
    source: 'OpenID Connect Discovery 1.0 section 4.3; RFC 8414 section 3.3',
  },
  {
    code: 'discovery.endpoints',
    title: 'Endpoints',
    severity: 'fail',
    explanation:
      'The document names the authorization endpoint, the token endpoint and the key set.',
    remedy:
      'Check that this is an OpenID Connect issuer and not a plain OAuth server.',
    source: 'OpenID Connect Discovery 1.0 section 3',
  },
  {
    code: 'jwks.document',
    title: 'Key set',
    severity: 'fail',
    explanation:
      'The key set (JWKS) answers with a JSON object that has at least one key.',
    remedy: 'Check jwks_uri in the discovery document.',
    source: 'RFC 7517 section 5',
  },
  {
    code: 'jwks.usable-key',
    title: 'Signing key',
    severity: 'fail',
    explanation:
      'At least one key of the set can verify RS256 or ES256 signatures.',
    remedy: 'Add an RSA or EC signing key at the provider.',
    source: 'OpenID Connect Core 1.0 section 10.1',
  },
];
