import { since } from '../versions';
import type { Notice } from './types';

const ENTRA: Notice['providerTypes'] = ['MICROSOFT'];

function severity(MICROSOFT: Notice['severity']['MICROSOFT']) {
  return { GENERIC: 'info' as const, MICROSOFT };
}

/** What only Microsoft Entra ID is like (Camunda docs, Helm guide "Microsoft Entra ID"). */
export const ENTRA_NOTICES: readonly Notice[] = [
  {
    code: 'entra-preferred-username',
    severity: severity('warning'),
    providerTypes: ENTRA,
    versions: since('8.8'),
    title: 'preferred_username on both tokens',
    text: 'Entra puts preferred_username into an access token only where it is an optional claim of the application. The cluster knows people by it ("Claim not found", HTTP 500 at /sso-callback without it); in 8.10 Management Identity needs it too: it answers 403 right after sign-in, and names are opaque.',
    remedies: [
      'Token configuration: add the optional claim preferred_username to the ID token and to the access token of every application that people sign in to.',
    ],
    source: 'Camunda docs 8.10, Helm guide "Microsoft Entra ID"',
  },
  {
    code: 'entra-user-info',
    severity: severity('note'),
    providerTypes: ENTRA,
    versions: since('8.9'),
    title: 'UserInfo is switched off',
    text: 'The cluster’s token is made for the cluster, and Entra’s UserInfo endpoint belongs to Microsoft Graph: it answers 401. Up to 8.9.21 the login fails with invalid_user_info_response; from 8.9.22 on the cluster goes by the ID token and logs a warning. In 8.10 user-info-required is false, and sign-in goes on as well.',
    remedies: [
      'The written configuration sets camunda.security.authentication.oidc.user-info-enabled to false.',
    ],
    source: 'Camunda docs 8.9, "Troubleshooting OIDC"; camunda issue 49811',
  },
  {
    code: 'entra-groups-overage',
    severity: severity('info'),
    providerTypes: ENTRA,
    title: 'Too many groups for a token',
    text: 'Somebody in more than 200 groups has a token without the claim groups, and with _claim_names instead. Camunda asks nobody for the rest: mapping rules by group do not match.',
    remedies: [
      'Under Token configuration emit only groups that are assigned to the application, or application roles instead.',
    ],
    source: 'Microsoft, "Group overages" of access tokens',
  },
  {
    code: 'entra-mapped-claims',
    severity: severity('info'),
    providerTypes: ENTRA,
    title: 'Claims of a mapping policy',
    text: 'A claim that a claims mapping policy makes reaches tokens for the application only where its manifest has "acceptMappedClaims": true under "api" (one tenant only), or it signs with a key of its own (AADSTS50146 without either).',
    remedies: [],
    source: 'Microsoft, "Customize claims using a policy"',
  },
  {
    code: 'entra-sub-per-application',
    severity: severity('note'),
    providerTypes: ENTRA,
    title: 'sub differs from application to application',
    text: 'At Entra the same person has another sub in each application; oid is the same in all. Web Modeler and Camunda Hub know people by sub: with a new application, people appear twice and projects seem lost.',
    remedies: [
      'Hub of 8.10: CAMUNDA_HUB_OAUTH2_TOKEN_USERIDCLAIM=oid; from 8.9.7 on CAMUNDA_IDENTITY_USERIDCLAIM=oid. There is no way back: decide before the first sign-in.',
    ],
    source: 'Camunda docs 8.10, "Hub identity"; camunda-docs issue 8687',
  },
  {
    code: 'entra-certificate',
    severity: severity('info'),
    providerTypes: ENTRA,
    versions: since('8.8'),
    title: 'A certificate instead of a secret',
    text: 'Management Identity, the Orchestration Cluster and Connectors can prove themselves with a certificate (private_key_jwt), which Entra takes under Certificates & secrets. Enter it in the record in place of the secret. Other applications are recorded with a secret or none, Optimize of 8.10 too, which could have one.',
    remedies: [
      'Management Identity in 8.8: try it before you rely on it. Camunda’s page names 8.8, the description of its architecture 8.9 (identity issue 3328).',
    ],
    source:
      'Camunda docs, "Microsoft Entra ID certificate authentication" and "Special OIDC cases"',
  },
];
