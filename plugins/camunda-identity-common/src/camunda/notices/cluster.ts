import { since } from '../versions';
import { BOTH, type Notice } from './types';

const OIDC = 'camunda.security.authentication.oidc';
const FROM_8_8 = since('8.8');
const FROM_8_9 = since('8.9');

function info(notice: Omit<Notice, 'severity' | 'providerTypes'>): Notice {
  return {
    ...notice,
    severity: { GENERIC: 'info', MICROSOFT: 'info' },
    providerTypes: BOTH,
  };
}

function note(notice: Omit<Notice, 'severity' | 'providerTypes'>): Notice {
  return {
    ...info(notice),
    severity: { GENERIC: 'note', MICROSOFT: 'note' },
  };
}

/** How the Orchestration Cluster is, and what else it can. */
export const CLUSTER_NOTICES: readonly Notice[] = [
  note({
    code: 'cluster-logout',
    versions: FROM_8_9,
    component: 'orchestration',
    title: 'A logout of the cluster reaches the provider',
    text: 'From 8.9 on a logout of the Orchestration Cluster signs people out at the provider, which sends them back to <cluster URL>/post-logout. A strict provider shows an error page where that address is not registered as a post-logout redirect URI.',
    remedies: [
      'Register the post-logout redirect URI; at Entra it is one more redirect URI.',
      `Where the cluster has no issuer, name the endpoint: ${OIDC}.end-session-endpoint-uri.`,
    ],
    source:
      'Camunda docs 8.9 and 8.10, "Connect external identity provider" of the Orchestration Cluster',
  }),
  info({
    code: 'private-key-jwt',
    versions: FROM_8_8,
    component: 'orchestration',
    title: 'A key store instead of a secret',
    text: `The cluster can prove itself with a signed assertion: ${OIDC}.client-authentication-method is private_key_jwt, and assertion.keystore.* names a PKCS #12 store. A record has it as "certificate" in place of "secret".`,
    remedies: [],
    source: 'Camunda docs, "Special OIDC cases"',
  }),
  info({
    code: 'several-providers',
    versions: FROM_8_9,
    component: 'orchestration',
    title: 'Several providers for one cluster',
    text: 'The cluster can let people choose among providers: camunda.security.authentication.providers.oidc.<id>.* has the same properties for each. A record describes one of them.',
    remedies: [],
    source: 'Camunda docs, "Connect multiple identity providers"',
  }),
  info({
    code: 'cluster-without-issuer',
    versions: FROM_8_8,
    component: 'orchestration',
    title: 'A cluster without issuer',
    text: `With ${OIDC}.issuer-uri the cluster discovers the rest. Without it authorization-uri, token-uri and jwk-set-uri are all needed, from 8.9 on end-session-endpoint-uri for the logout; the iss of tokens is not checked then. So browser and containers may use different addresses. The chart has no keys for it: use extraConfiguration.`,
    remedies: [],
    source: 'Camunda docs, "Special OIDC cases"',
  }),
  info({
    code: 'groups-claim',
    versions: FROM_8_8,
    component: 'orchestration',
    title: 'Groups of the provider',
    text: `With ${OIDC}.groups-claim (a name or a JSONPath) the groups in a token count as the cluster’s. The claim has to be a list of texts; only groups in the token are known, and groups cannot be managed in the cluster any more (/v2/groups answers 404).`,
    remedies: [],
    source: 'Camunda docs, "Bring your own groups"',
  }),
  info({
    code: 'additional-key-sets',
    versions: FROM_8_9,
    component: 'orchestration',
    title: 'Further key sets',
    text: `Where tokens are signed with keys that the provider’s own key set lacks, ${OIDC}.additional-jwk-set-uris names more of them.`,
    remedies: [],
    source: 'Camunda docs, core settings of the Orchestration Cluster',
  }),
  info({
    code: 'id-token-claims',
    versions: since('8.10'),
    component: 'orchestration',
    title: 'Claims of the ID token',
    text: `Where access tokens lack user name or groups, ${OIDC}.prefer-id-token-claims takes them from the ID token.`,
    remedies: [],
    source: 'Camunda docs 8.10, core settings of the Orchestration Cluster',
  }),
  {
    code: 'user-info-other-audience',
    severity: { GENERIC: 'info', MICROSOFT: 'info' },
    providerTypes: ['GENERIC'],
    versions: FROM_8_9,
    component: 'orchestration',
    title: 'UserInfo and tokens for the cluster',
    text: 'From 8.9 on the cluster asks the UserInfo endpoint at sign-in. Providers that bind a token to one audience may refuse the cluster’s there (Auth0, Okta, PingFederate): up to 8.9.21 the login fails with invalid_user_info_response, later the cluster goes by the ID token and logs a warning.',
    remedies: [`Set ${OIDC}.user-info-enabled to false where that happens.`],
    source: 'Camunda docs 8.9, "Troubleshooting OIDC"',
  },
  note({
    code: 'initial-claim-two-claims',
    versions: FROM_8_8,
    title: 'One person, two claims',
    text: 'The initial claim makes somebody administrator of Management Identity. The Orchestration Cluster has administrators of its own, named by its username claim (defaultRoles.admin): the same person stands there by another claim. Where the record names none, the written configuration has a mapping rule for the initial claim.',
    remedies: [],
    source: 'Chart 8.8, orchestration.security.initialization',
  }),
];
