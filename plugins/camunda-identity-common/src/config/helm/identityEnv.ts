import type { ConfigSource } from '../ConfigSource';
import { AUTH_SCOPES } from '../settings/identity';
import type { HelmEntry } from './entries';

/** What Management Identity is told through `identity.env`, for want of keys of its own. */
export function identityEnv(values: ConfigSource): HelmEntry[] {
  const scopes = values.customScopes();
  const variables = [
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
  ];
  if (variables.length === 0) return [];
  return [
    {
      path: ['identity', 'env'],
      value: variables.map(({ name, value }) => ({ name, value })),
      origin: 'chart',
      comment: variables.map(({ comment }) => comment).join('\n'),
    },
  ];
}
