import type { CamundaVersion } from '../../camunda';
import { mayFailOnUserInfo } from '../../camunda/traits';
import type { ConfigSource } from '../ConfigSource';
import { clusterCertificate } from './certificate';
import type { Setting, SettingsWriter } from './types';

function security(name: string, property: string) {
  return {
    name: `CAMUNDA_SECURITY_${name}`,
    property: `camunda.security.${property}`,
  };
}

function oidc(name: string, property: string) {
  return security(
    `AUTHENTICATION_OIDC_${name}`,
    `authentication.oidc.${property}`,
  );
}

function claims(values: ConfigSource): Setting[] {
  const { usernameClaim, clientIdClaim, preferUsernameClaim, groupsClaim } =
    values.orchestrationClaims();
  return [
    { ...oidc('USERNAMECLAIM', 'username-claim'), value: usernameClaim },
    { ...oidc('CLIENTIDCLAIM', 'client-id-claim'), value: clientIdClaim },
    {
      ...oidc('PREFERUSERNAMECLAIM', 'prefer-username-claim'),
      value: preferUsernameClaim,
    },
    ...(groupsClaim
      ? [{ ...oidc('GROUPSCLAIM', 'groups-claim'), value: groupsClaim }]
      : []),
  ];
}

/** Why UserInfo is switched off at Entra. */
export function userInfoComment(version: CamundaVersion): string {
  return `Entra’s UserInfo endpoint refuses the cluster’s token: ${
    mayFailOnUserInfo(version)
      ? 'sign-in fails before 8.9.22, later there is a warning.'
      : 'without this there is a warning at every sign-in.'
  }`;
}

/** What Entra needs besides (Camunda docs 8.10, Helm guide "Microsoft Entra ID"). */
function entra(values: ConfigSource): Setting[] {
  return [
    ...(values.userInfoDisabled()
      ? [
          {
            ...oidc('USERINFOENABLED', 'user-info-enabled'),
            value: false,
            comment: userInfoComment(values.version),
          },
        ]
      : []),
    ...(values.headerSize()
      ? [
          {
            name: 'SERVER_MAX_HTTP_REQUEST_HEADER_SIZE',
            property: 'server.max-http-request-header-size',
            value: values.headerSize()!,
            comment:
              'Codes and cookies of Entra are longer than the default of 8 KB: "Request header is too large" (HTTP 400).',
          },
        ]
      : []),
  ];
}

/** Who may do what at the first start: people of the record, and Connectors. */
function initialization(values: ConfigSource): Setting[] {
  const role = (name: string, property: string) => ({
    ...security(
      `INITIALIZATION_DEFAULTROLES_${name}`,
      `initialization.default-roles.${property}`,
    ),
    indexed: true as const,
  });
  const rule = values.adminRule();
  const of = (name: string, property: string) =>
    security(
      `INITIALIZATION_MAPPINGRULES_0_${name}`,
      `initialization.mapping-rules[0].${property}`,
    );
  const admins = values.adminUsers();
  return [
    ...(admins.length
      ? [
          {
            ...role('ADMIN_USERS', 'admin.users'),
            value: admins,
            comment:
              'By the username claim; the initial claim is Management Identity’s.',
          },
        ]
      : []),
    ...(rule
      ? [
          {
            ...of('MAPPINGRULEID', 'mapping-rule-id'),
            value: rule.id,
            comment:
              'Whoever has the initial claim is administrator of the cluster, too.',
          },
          {
            ...of('CLAIMNAME', 'claim-name'),
            value: rule.claimName,
            repeated: true as const,
          },
          {
            ...of('CLAIMVALUE', 'claim-value'),
            value: rule.claimValue,
            repeated: true as const,
          },
          {
            ...role('ADMIN_MAPPINGRULES', 'admin.mapping-rules'),
            value: [rule.id],
          },
        ]
      : []),
    ...(values.has('connectors')
      ? [
          {
            ...role('CONNECTORS_CLIENTS', 'connectors.clients'),
            value: [values.clientId('connectors')],
            repeated: true as const,
            comment:
              'Without the role the cluster answers Connectors with 403.',
          },
        ]
      : []),
  ];
}

/**
 * Camunda docs 8.8, "Connect external identity provider" of the Orchestration Cluster. With an issuer the
 * cluster discovers the endpoints itself.
 */
export const orchestrationSettings: SettingsWriter = (values, inKubernetes) => {
  const certificate = values.certificate('orchestration');
  return {
    client: 'orchestration',
    container: 'orchestration',
    comments: [],
    settings: [
      {
        ...security('AUTHENTICATION_METHOD', 'authentication.method'),
        value: 'oidc',
      },
      {
        ...oidc('CLIENTID', 'client-id'),
        value: values.clientId('orchestration'),
      },
      ...(certificate
        ? clusterCertificate(certificate)
        : [
            {
              ...oidc('CLIENTSECRET', 'client-secret'),
              value: values.secret('orchestration', inKubernetes),
            },
          ]),
      { ...oidc('ISSUERURI', 'issuer-uri'), value: values.issuer },
      {
        ...oidc('REDIRECTURI', 'redirect-uri'),
        value: values.redirectUri('orchestration'),
      },
      {
        ...oidc('AUDIENCES', 'audiences'),
        value: values.audiences('orchestration'),
        comment:
          values.modelerUi() &&
          'That of the modeler’s UI, too: it deploys with the token of its user.',
      },
      { ...oidc('SCOPE', 'scope'), value: values.scopes('orchestration') },
      ...claims(values),
      ...entra(values),
      ...initialization(values),
    ],
  };
};
