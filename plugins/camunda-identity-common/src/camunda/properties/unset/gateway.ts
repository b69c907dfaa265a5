import type { UnsetRule } from '../UnsetRule';
import { identityClient, profile, signsIn } from './shared';

/** The gateway within the broker. */
const EMBEDDED = 'zeebe.broker.gateway.security.authentication.identity';

export const UNSET_GATEWAY: readonly UnsetRule[] = [
  {
    versions: '8.5-8.7',
    container: 'zeebe-gateway',
    key: 'zeebe.gateway.security.authentication.mode',
    or: ['zeebe.broker.gateway.security.authentication.mode'],
    when: signsIn('zeebe-gateway'),
    symptom: 'the gateway takes every call, with a token or without',
    cause: 'nothing is checked unless the mode is identity',
    line: 'ZEEBE_GATEWAY_SECURITY_AUTHENTICATION_MODE=identity',
  },
  profile(
    'zeebe-gateway',
    '8.5-8.7',
    'identity-auth',
    'the REST API of the gateway is not covered by Identity',
    'no profile is set',
  ),
  ...identityClient('zeebe-gateway', '8.5-8.7', {
    prefix: 'zeebe.gateway.security.authentication.identity',
    needs: ['type', 'issuer-backend-url', 'audience', 'base-url'],
    or: Object.fromEntries(
      ['type', 'issuer-backend-url', 'audience', 'base-url'].map(name => [
        name,
        [`${EMBEDDED}.${name}`],
      ]),
    ),
  }),
];
