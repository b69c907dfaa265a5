import { warnsOfClusterKeys } from '../../camunda/traits';
import { deprecatedKey } from '../../camunda';
import type { ConfigSource } from '../ConfigSource';
import { userInfoComment } from '../settings/orchestration';
import { certificateEntries, certificateVariables } from './certificate';
import { envList, type HelmEntry, type HelmVariable } from './entries';
import { chart, secret } from './entries8x8';

const OIDC = ['orchestration', 'security', 'authentication', 'oidc'];
const INITIALIZATION = ['orchestration', 'security', 'initialization'];
const ROLES = [...INITIALIZATION, 'defaultRoles'];

function claims(values: ConfigSource): HelmEntry[] {
  const { usernameClaim, clientIdClaim, preferUsernameClaim, groupsClaim } =
    values.orchestrationClaims();
  return [
    chart([...OIDC, 'usernameClaim'], usernameClaim),
    chart([...OIDC, 'clientIdClaim'], clientIdClaim),
    chart(
      [...OIDC, 'preferUsernameClaim'],
      preferUsernameClaim,
      'A token that has both claims is a user’s where this is true, else a client’s.',
    ),
    ...(groupsClaim ? [chart([...OIDC, 'groupsClaim'], groupsClaim)] : []),
  ];
}

/** First administrators: named, or whoever has the initial claim. The chart's own is a user "demo". */
function administrators(values: ConfigSource): HelmEntry[] {
  const rule = values.adminRule();
  const users = values.adminUsers();
  const asKey = rule && !warnsOfClusterKeys(values.version);
  return [
    chart(
      [...ROLES, 'admin', 'users'],
      users,
      users.length
        ? 'First administrators of the cluster, by the username claim; the initial claim is Management Identity’s.'
        : 'Not the chart’s own user "demo".',
    ),
    ...(rule
      ? [
          {
            ...chart(
              [...ROLES, 'admin', 'mappingRules'],
              [rule.id],
              'Whoever has the initial claim is administrator of the cluster, too.',
            ),
          },
        ]
      : []),
    ...(asKey
      ? [
          {
            ...chart(
              [...INITIALIZATION, 'mappingRules'],
              [
                {
                  mappingRuleID: rule.id,
                  claimName: rule.claimName,
                  claimValue: rule.claimValue,
                },
              ],
            ),
            repeated: true as const,
          },
        ]
      : []),
  ];
}

/** What the chart has no key for, or (in 8.10) only one that it warns of. */
function variables(values: ConfigSource): HelmVariable[] {
  const certificate = values.certificate('orchestration');
  const rule = warnsOfClusterKeys(values.version)
    ? values.adminRule()
    : undefined;
  const headerSize = values.headerSize();
  const security = (name: string) => `CAMUNDA_SECURITY_${name}`;
  return [
    ...(values.userInfoDisabled()
      ? [
          {
            name: security('AUTHENTICATION_OIDC_USERINFOENABLED'),
            value: 'false',
            comment: userInfoComment(values.version),
          },
        ]
      : []),
    ...(headerSize
      ? [
          {
            name: 'SERVER_MAX_HTTP_REQUEST_HEADER_SIZE',
            value: headerSize,
            comment:
              'Codes and cookies of Entra are longer than the default of 8 KB: "Request header is too large" (HTTP 400).',
          },
        ]
      : []),
    ...(rule
      ? [
          {
            name: security('INITIALIZATION_MAPPINGRULES_0_MAPPINGRULEID'),
            value: rule.id,
            comment:
              'The mapping rule; the chart’s own key for it is deprecated.',
          },
          {
            name: security('INITIALIZATION_MAPPINGRULES_0_CLAIMNAME'),
            value: rule.claimName,
          },
          {
            name: security('INITIALIZATION_MAPPINGRULES_0_CLAIMVALUE'),
            value: rule.claimValue,
          },
        ]
      : []),
    ...(certificate
      ? certificateVariables('orchestration', values, certificate)
      : []),
  ];
}

/** Says of a key that the chart warns of what takes its place. */
function withDeprecation(values: ConfigSource, entry: HelmEntry): HelmEntry {
  const property = deprecatedKey(
    entry.path.join('.'),
    String(entry.value),
    values.version,
  );
  if (!property) return entry;
  const notice = `Deprecated, the chart warns of it; from chart 16 on ${property} in orchestration.extraConfiguration.`;
  return {
    ...entry,
    comment: [entry.comment, notice].filter(Boolean).join('\n'),
  };
}

/** The Orchestration Cluster in the charts of 8.8 and later. */
export function orchestration(values: ConfigSource): HelmEntry[] {
  const certificate = values.certificate('orchestration');
  return [
    chart([...OIDC, 'clientId'], values.clientId('orchestration')),
    chart([...OIDC, 'audience'], values.audience('orchestration')),
    chart([...OIDC, 'redirectUrl'], values.url('orchestration')),
    ...(certificate
      ? certificateEntries('orchestration', certificate)
      : secret(OIDC, values.secret('orchestration', true))),
    ...claims(values),
    chart([...OIDC, 'scope'], values.scopes('orchestration')),
    ...administrators(values),
    ...(values.has('connectors')
      ? [
          {
            ...chart(
              [...ROLES, 'connectors', 'clients'],
              [values.clientId('connectors')],
            ),
            repeated: true as const,
          },
        ]
      : []),
    ...envList('orchestration', variables(values)),
  ].map(entry => withDeprecation(values, entry));
}
