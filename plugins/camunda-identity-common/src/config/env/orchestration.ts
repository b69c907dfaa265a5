import type { EnvEntry, EnvWriter } from './entries';

const OIDC = 'CAMUNDA_SECURITY_AUTHENTICATION_OIDC';
const ADMINS = 'CAMUNDA_SECURITY_INITIALIZATION_DEFAULTROLES_ADMIN_USERS';

/**
 * Camunda docs 8.8, "Connect external identity provider" of the Orchestration Cluster. With an issuer the
 * cluster discovers the endpoints itself.
 */
export const orchestrationEnv: EnvWriter = (values, inKubernetes) => {
  const claims = values.orchestrationClaims();
  const entry = (key: string, value: EnvEntry['value']): EnvEntry => ({
    name: `${OIDC}_${key}`,
    value,
  });
  return {
    client: 'orchestration',
    container: 'orchestration',
    comments: [],
    entries: [
      { name: 'CAMUNDA_SECURITY_AUTHENTICATION_METHOD', value: 'oidc' },
      entry('CLIENTID', values.clientId('orchestration')),
      entry('CLIENTSECRET', values.secret('orchestration', inKubernetes)),
      entry('ISSUERURI', values.issuer),
      entry('REDIRECTURI', values.redirectUri('orchestration')),
      entry('AUDIENCES', values.audience('orchestration')),
      entry('SCOPE', values.scopes('orchestration').join(',')),
      entry('USERNAMECLAIM', claims.usernameClaim),
      entry('CLIENTIDCLAIM', claims.clientIdClaim),
      entry('PREFERUSERNAMECLAIM', String(claims.preferUsernameClaim)),
      ...(claims.groupsClaim ? [entry('GROUPSCLAIM', claims.groupsClaim)] : []),
      ...(values.userInfoDisabled()
        ? [
            {
              ...entry('USERINFOENABLED', 'false'),
              comment: 'Entra’s UserInfo endpoint refuses the cluster’s token.',
            },
          ]
        : []),
      ...values
        .adminUsers()
        .map((user, index) => ({ name: `${ADMINS}_${index}`, value: user })),
    ],
  };
};
