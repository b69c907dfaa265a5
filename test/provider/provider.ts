import { generateKeyPairSync } from 'node:crypto';
import { Provider, type Configuration } from 'oidc-provider';
import { clientMetadata, localClients, LOCAL_TENANT_ID } from './clients';
import { entraErrors } from './entra';

/** For tests and the development portal; worthless elsewhere. */
export const LOCAL_INITIAL_ACCESS_TOKEN = 'local-initial-access-token';

/** Whoever signs in, under whatever name. */
export const PERSON = {
  oid: '7f3c1d52-1111-4222-8333-944455556666',
  name: 'Alice Aster',
  preferred_username: 'alice@example.com',
  email: 'alice@example.com',
};

/** An RSA key for this run; a restart is a key rotation. */
function signingKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    ...privateKey.export({ format: 'jwk' }),
    kid: `local-${Date.now()}`,
    use: 'sig',
    alg: 'RS256',
  };
}

function configuration(
  face: 'generic' | 'entra',
  loginTestUri?: string,
): Configuration {
  const clients = localClients(face);
  return {
    clients: clients.map(client => clientMetadata(client, loginTestUri)),
    jwks: { keys: [signingKey()] },
    scopes: ['openid', 'profile', 'email', 'offline_access'],
    claims: {
      openid: ['sub', 'oid'],
      email: ['email', 'email_verified'],
      profile: ['name', 'preferred_username'],
    },
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'none'],
    pkce: { required: () => false },
    // Without "prompt=consent", which Camunda does not send, as most products do.
    issueRefreshToken: async (_ctx, client) =>
      client.grantTypeAllowed('refresh_token'),
    features: {
      devInteractions: { enabled: true },
      clientCredentials: { enabled: true },
      // RFC 7591 and 7592; Entra has neither.
      ...(face === 'generic'
        ? {
            registration: {
              enabled: true,
              initialAccessToken: LOCAL_INITIAL_ACCESS_TOKEN,
            },
            registrationManagement: { enabled: true },
          }
        : {}),
      resourceIndicators: {
        enabled: true,
        defaultResource: (_ctx, client) =>
          `urn:camunda:${client?.clientId ?? 'none'}`,
        useGrantedResource: () => true,
        getResourceServerInfo: (_ctx, resource) => {
          const clientId = resource.replace('urn:camunda:', '');
          const client = clients.find(entry => entry.clientId === clientId);
          return {
            scope: `${clientId}/.default`,
            audience: client?.audience ?? clientId,
            accessTokenFormat: 'jwt',
            accessTokenTTL: 3600,
            jwt: { sign: { alg: 'RS256' } },
          };
        },
      },
    },
    extraTokenClaims: (_ctx, token) => ({
      // What the page asks for: the claims that Camunda reads, in the access token of whoever signs in.
      ...('accountId' in token && token.accountId ? PERSON : {}),
      ...(face === 'entra'
        ? { ver: '2.0', tid: LOCAL_TENANT_ID, azp: token.clientId }
        : {}),
    }),
    findAccount: (_ctx, id) => ({
      accountId: id,
      claims: () => ({ sub: id, ...PERSON, email_verified: true }),
    }),
    cookies: { keys: ['local-development-only'] },
    ...(face === 'entra'
      ? {
          routes: {
            authorization: '/oauth2/v2.0/authorize',
            token: '/oauth2/v2.0/token',
            jwks: '/discovery/v2.0/keys',
            end_session: '/oauth2/v2.0/logout',
          },
        }
      : {}),
  };
}

/**
 * Creates one face of the local provider.
 *
 * @param change - makes another kind of provider of it, for tests
 * @param loginTestUri - redirect URI of the portal's login tests
 */
export function createLocalProvider(
  issuer: string,
  face: 'generic' | 'entra',
  change: (configuration: Configuration) => Configuration = same => same,
  loginTestUri?: string,
): Provider {
  const provider = new Provider(
    issuer,
    change(configuration(face, loginTestUri)),
  );
  if (face === 'entra') provider.use(entraErrors);
  return provider;
}
