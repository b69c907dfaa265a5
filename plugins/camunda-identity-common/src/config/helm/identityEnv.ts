import type { ConfigSource } from '../ConfigSource';
import { AUTH_SCOPES } from '../settings/identity';
import { certificateEntries, certificateVariables } from './certificate';
import { envList, type HelmEntry } from './entries';

/** What Management Identity is told through `identity.env`, for want of keys of its own. */
export function identityEnv(values: ConfigSource): HelmEntry[] {
  const scopes = values.customScopes();
  const certificate = values.certificate('identity');
  return [
    ...envList('identity', [
      ...(values.has('optimize')
        ? []
        : [
            {
              name: 'CAMUNDA_IDENTITY_AUDIENCE',
              value: values.audience('identity'),
              comment:
                'Identity does not start without CAMUNDA_IDENTITY_AUDIENCE where Optimize is off.',
            },
          ]),
      ...(scopes.length
        ? [
            {
              name: AUTH_SCOPES,
              value: scopes.join(' '),
              comment: 'The provider’s own scopes.',
            },
          ]
        : []),
      ...(certificate
        ? [
            {
              name: 'CAMUNDA_IDENTITY_CLIENT_ID',
              value: values.clientId('identity'),
              comment: 'Without a secret the chart leaves the client ID out.',
            },
            ...certificateVariables('identity', values, certificate),
          ]
        : []),
    ]),
    ...(certificate ? certificateEntries('identity', certificate) : []),
  ];
}
