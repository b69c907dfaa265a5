import { hasClusterStyleOptimize } from '../../camunda/traits';
import type { ConfigSource } from '../ConfigSource';
import { identityAddress } from './shared';
import type { Setting, SettingsWriter } from './types';

/** Optimize's own file, beside the one with camunda.* (chart 8.7, templates/optimize). */
const OWN_FILE = 'environment-config.yaml';

/** Optimize’s AuthCookieService: the flag stands for Strict. */
const SAME_SITE =
  'As in the chart: else the session cookie is SameSite=Strict, and browsers leave it out on the way back from a provider at another site.';

function profile(): Setting {
  return {
    name: 'SPRING_PROFILES_ACTIVE',
    property: 'spring.profiles.active',
    file: OWN_FILE,
    value: 'ccsm',
  };
}

/** Optimize's own variables up to 8.9 (Camunda docs 8.7, Optimize system configuration). */
const ownSettings: SettingsWriter = (values, inKubernetes) => ({
  client: 'optimize',
  container: 'optimize',
  comments: [],
  file: 'application-ccsm.yaml',
  settings: [
    profile(),
    {
      name: 'CAMUNDA_IDENTITY_TYPE',
      property: 'camunda.identity.type',
      value: values.type,
    },
    {
      name: 'CAMUNDA_OPTIMIZE_IDENTITY_ISSUER_URL',
      property: 'camunda.identity.issuer',
      value: values.issuer,
    },
    {
      name: 'CAMUNDA_OPTIMIZE_IDENTITY_ISSUER_BACKEND_URL',
      property: 'camunda.identity.issuerBackendUrl',
      value: values.issuerBackendUrl,
    },
    {
      name: 'CAMUNDA_OPTIMIZE_IDENTITY_CLIENTID',
      property: 'camunda.identity.clientId',
      value: values.clientId('optimize'),
    },
    {
      name: 'CAMUNDA_OPTIMIZE_IDENTITY_CLIENTSECRET',
      property: 'camunda.identity.clientSecret',
      value: values.secret('optimize', inKubernetes),
    },
    {
      name: 'CAMUNDA_OPTIMIZE_IDENTITY_AUDIENCE',
      property: 'camunda.identity.audience',
      value: values.audience('optimize'),
    },
    identityAddress(values, {
      name: 'CAMUNDA_OPTIMIZE_IDENTITY_BASE_URL',
      property: 'camunda.identity.baseUrl',
    }),
    {
      name: 'CAMUNDA_OPTIMIZE_IDENTITY_REDIRECT_ROOT_URL',
      property: 'security.auth.ccsm.redirectRootUrl',
      file: OWN_FILE,
      value: values.url('optimize'),
    },
    {
      name: 'CAMUNDA_OPTIMIZE_API_AUDIENCE',
      property: 'api.audience',
      file: OWN_FILE,
      value: values.audience('optimize'),
      repeated: true,
    },
    {
      name: 'SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_JWK_SET_URI',
      property: 'api.jwtSetUri',
      file: OWN_FILE,
      value: values.jwksUrl,
    },
    {
      name: 'CAMUNDA_OPTIMIZE_SECURITY_AUTH_COOKIE_SAME_SITE_ENABLED',
      property: 'security.auth.cookie.same-site.enabled',
      file: OWN_FILE,
      value: false,
      comment: SAME_SITE,
    },
  ],
});

/** Without its own scope Entra issues a token for Microsoft Graph. */
function scope(values: ConfigSource): Setting[] {
  if (values.type !== 'MICROSOFT') return [];
  return [
    {
      name: 'CAMUNDA_SECURITY_AUTHENTICATION_OIDC_SCOPE',
      property: 'camunda.security.authentication.oidc.scope',
      value: values.scopes('optimize'),
      repeated: true,
    },
  ];
}

/** 8.10: the settings of the cluster; the old ones are bridged until 8.11. */
const clusterStyleSettings: SettingsWriter = (values, inKubernetes) => {
  const of = (name: string, key: string) => ({
    name: `CAMUNDA_SECURITY_AUTHENTICATION_OIDC_${name}`,
    property: `camunda.security.authentication.oidc.${key}`,
  });
  const claims = values.tokenClaims();
  return {
    client: 'optimize',
    container: 'optimize',
    comments: [],
    file: OWN_FILE,
    settings: [
      profile(),
      {
        name: 'CAMUNDA_IDENTITY_TYPE',
        property: 'camunda.identity.type',
        value: values.type,
      },
      identityAddress(values, {
        name: 'CAMUNDA_OPTIMIZE_IDENTITY_BASE_URL',
        property: 'security.auth.ccsm.baseUrl',
      }),
      { ...of('ISSUERURI', 'issuer-uri'), value: values.issuer },
      { ...of('CLIENTID', 'client-id'), value: values.clientId('optimize') },
      {
        ...of('CLIENTSECRET', 'client-secret'),
        value: values.secret('optimize', inKubernetes),
      },
      {
        ...of('AUDIENCES', 'audiences'),
        value: values.audiences('optimize'),
        comment:
          'Its client ID, which is the audience of ID tokens, its own audience, and that of the Hub UI.',
      },
      {
        ...of('REDIRECTURI', 'redirect-uri'),
        value: values.redirectUri('optimize'),
      },
      ...scope(values),
      {
        ...of('USERNAMECLAIM', 'username-claim'),
        value: claims.usernameClaim,
        repeated: true,
      },
      {
        ...of('CLIENTIDCLAIM', 'client-id-claim'),
        value: claims.clientIdClaim,
        repeated: true,
        comment:
          'Without it a token of a machine client is checked like a person’s.',
      },
      {
        ...of('PREFERUSERNAMECLAIM', 'prefer-username-claim'),
        value: claims.preferUsernameClaim,
        repeated: true,
      },
      {
        name: 'SECURITY_AUTH_COOKIE_SAMESITE_ENABLED',
        property: 'security.auth.cookie.same-site.enabled',
        value: false,
        comment: SAME_SITE,
      },
    ],
  };
};

export const optimizeSettings: SettingsWriter = (values, inKubernetes) =>
  hasClusterStyleOptimize(values.version)
    ? clusterStyleSettings(values, inKubernetes)
    : ownSettings(values, inKubernetes);
