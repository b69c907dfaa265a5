import type { UnsetRule } from '../UnsetRule';
import { identityClient, line, profile, says, secret, signsIn } from './shared';

export const UNSET_IDENTITY: readonly UnsetRule[] = [
  profile(
    'identity',
    '8.5-',
    'oidc',
    'Identity looks for a Keycloak and does not start',
    'no profile is set',
  ),
  ...identityClient('identity', '8.5-', {
    needs: ['type', 'issuer', 'issuer-backend-url', 'client-id', 'audience'],
    or: {
      type: ['identity.auth-provider.type'],
      issuer: ['identity.auth-provider.issuer-url'],
      'issuer-backend-url': ['identity.auth-provider.backend-url'],
      'client-id': ['identity.client-id'],
    },
  }),
  secret(
    'identity',
    '8.5-',
    'camunda.identity.client-secret',
    'CAMUNDA_IDENTITY_CLIENT_SECRET',
    [
      'identity.client-secret',
      'VALUES_CAMUNDA_IDENTITY_CLIENT_SECRET',
      'CAMUNDA_SECURITY_CERT_AUTH_ENABLED',
      'CAMUNDA_SECURITY_AUTHENTICATION_OIDC_CLIENT_ASSERTION_KEYSTORE_PATH',
    ],
  ),
  {
    versions: '8.5-',
    container: 'identity',
    key: 'identity.url',
    or: ['camunda.identity.base-url'],
    when: signsIn('identity'),
    symptom: 'AADSTS50011 or "Invalid redirect_uri" for /auth/login-callback',
    cause: 'http://localhost:8080 stands',
    line: line(
      'CAMUNDA_IDENTITY_BASE_URL',
      'camunda.identity.base-url',
      '<public URL of Identity>',
    ),
  },
  {
    versions: '8.5-',
    container: 'identity',
    key: 'identity.initial-claim-value',
    or: ['identity.mapping-rules.claim-value'],
    when: signsIn('identity'),
    symptom:
      'nobody is an administrator: 403 in Identity, /noPermission in the others',
    cause: 'nobody is named for the first start',
    line: line(
      'IDENTITY_INITIAL_CLAIM_VALUE',
      'identity.initial-claim-value',
      '<the person’s value of the claim>',
    ),
  },
  {
    versions: '8.5-',
    provider: 'GENERIC',
    container: 'identity',
    key: 'identity.initial-claim-name',
    when: signsIn('identity', says('identity', 'identity.initial-claim-value')),
    symptom: 'nobody is an administrator: 403, /noPermission',
    cause: 'oid stands, a claim that only Entra’s tokens have',
    line: line(
      'IDENTITY_INITIAL_CLAIM_NAME',
      'identity.initial-claim-name',
      '<claim, such as sub or email>',
    ),
  },
];
