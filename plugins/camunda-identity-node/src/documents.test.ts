import { exportJWK, generateKeyPair } from 'jose';
import { checkDocuments, verdictOf } from './__testUtils__/corpus';

/*
 * Synthetic documents, each with a peculiarity of a product. Documents published by real providers are in
 * corpus.test.ts, if present beside the repository.
 */

const BASE = 'https://idp.example.com';

/** A document with everything that Camunda uses. */
function complete(issuer: string, at = issuer): Record<string, any> {
  return {
    issuer,
    authorization_endpoint: `${at}/authorize`,
    token_endpoint: `${at}/token`,
    userinfo_endpoint: `${at}/userinfo`,
    end_session_endpoint: `${at}/logout`,
    jwks_uri: `${at}/keys`,
    response_types_supported: ['code'],
    grant_types_supported: [
      'authorization_code',
      'refresh_token',
      'client_credentials',
    ],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    token_endpoint_auth_methods_supported: [
      'client_secret_basic',
      'client_secret_post',
    ],
    code_challenge_methods_supported: ['S256'],
  };
}

/** A document without some of its members, and with others. */
function but(
  document: Record<string, any>,
  without: string[],
  others: object = {},
) {
  const rest = Object.entries(document).filter(
    ([member]) => !without.includes(member),
  );
  return { ...Object.fromEntries(rest), ...others } as { issuer: string };
}

const LISTS = ['grant_types_supported', 'code_challenge_methods_supported'];
const TENANT = '3b5d1c52-5b1e-4a0d-9d2c-8d1f4f0c2a11';

interface Shape {
  document: { issuer: string };
  profile: string;
  fail?: string[];
  warn?: string[];
  configured?: string;
}

const SHAPES: Record<string, Shape> = {
  'everything there': { document: but(complete(BASE), []), profile: 'generic' },
  'no lists of grants and PKCE': {
    document: but(complete(BASE), LISTS),
    profile: 'generic',
  },
  'no client authentication methods': {
    document: but(complete(BASE), ['token_endpoint_auth_methods_supported']),
    profile: 'generic',
  },
  'no logout endpoint': {
    document: but(complete(`${BASE}/dex`), ['end_session_endpoint']),
    profile: 'dex',
  },
  'an issuer with an explicit default port': {
    document: but(complete('https://idp.example.com:443/am/oauth2'), []),
    profile: 'generic',
  },
  'endpoints below a path of their own': {
    document: but(
      complete(
        `${BASE}/realms/payments`,
        `${BASE}/realms/payments/protocol/openid-connect`,
      ),
      [],
    ),
    profile: 'keycloak',
  },
  'an issuer that is the token endpoint': {
    document: but(complete(`${BASE}/oauth2/token`), [], {
      token_endpoint: `${BASE}/oauth2/token`,
    }),
    profile: 'generic',
  },
  'another issuer of access tokens': {
    document: but(complete(`${BASE}/adfs`), [], {
      access_token_issuer: 'http://idp.example.com/adfs/services/trust',
    }),
    profile: 'adfs',
    warn: ['token-issuer'],
  },
  'short lists of scopes': {
    document: but(complete(BASE), [], {
      scopes_supported: ['openid', 'email'],
    }),
    profile: 'generic',
    warn: ['scopes'],
  },
  'no client-credentials grant': {
    document: but(complete(BASE), [], {
      grant_types_supported: ['authorization_code'],
    }),
    profile: 'generic',
    warn: ['grant-types'],
  },
  'a v1.0 document of a tenant': {
    document: but(complete(`https://sts.windows.net/${TENANT}/`), LISTS, {
      msgraph_host: 'graph.microsoft.com',
      scopes_supported: ['openid'],
    }),
    profile: 'entra',
    configured: `https://login.microsoftonline.com/${TENANT}`,
    fail: ['issuer-mismatch'],
    warn: ['scopes'],
  },
  'a template of issuers': {
    document: but(
      complete(
        'https://login.microsoftonline.com/{tenantid}/v2.0',
        'https://login.microsoftonline.com/common/oauth2/v2.0',
      ),
      LISTS,
      { msgraph_host: 'graph.microsoft.com' },
    ),
    profile: 'entra',
    configured: 'https://login.microsoftonline.com/common/v2.0',
    fail: ['issuer-mismatch'],
  },
  'an issuer that is no URL': {
    document: but(complete('idp.example.com', BASE), []),
    profile: 'generic',
    configured: BASE,
    fail: ['issuer-mismatch'],
  },
  'OAuth without OpenID Connect': {
    document: but(complete(BASE), [
      'jwks_uri',
      'scopes_supported',
      'userinfo_endpoint',
      'end_session_endpoint',
      'subject_types_supported',
      'id_token_signing_alg_values_supported',
    ]),
    profile: 'generic',
    fail: ['endpoints'],
    warn: ['required-members'],
  },
  'plain http and symmetric signatures': {
    document: but(complete(BASE, 'http://idp.example.com'), [], {
      id_token_signing_alg_values_supported: ['HS256'],
    }),
    profile: 'generic',
    fail: ['endpoint-urls', 'signing-algorithms'],
  },
  'an authorization server without openid': {
    document: but(complete(`${BASE}/oauth2/default`), [], {
      scopes_supported: ['offline_access'],
    }),
    profile: 'generic',
    fail: ['scopes'],
  },
};

async function key(change: object = {}) {
  const { publicKey } = await generateKeyPair('RS256', { extractable: true });
  return {
    ...(await exportJWK(publicKey)),
    use: 'sig',
    alg: 'RS256',
    kid: '2026-11',
    ...change,
  };
}

describe('a document with', () => {
  it.each(Object.entries(SHAPES))('%s', async (_, shape) => {
    const { document, configured, profile, fail = [], warn = [] } = shape;
    const keys = { keys: [await key()] };
    expect(verdictOf(await checkDocuments(document, keys, configured))).toEqual(
      {
        profile,
        fail,
        warn,
      },
    );
  });
});

describe('a key set with', () => {
  const failed = async (keys: unknown[]) =>
    (await checkDocuments(but(complete(BASE), []), { keys }))
      .filter(({ result }) => result === 'fail')
      .map(({ code }) => code);

  it('one key, three keys, or additional encryption keys passes', async () => {
    expect(await failed([await key()])).toEqual([]);
    expect(
      await failed([
        await key({ kid: 'a' }),
        await key({ kid: 'b' }),
        await key({ kid: 'c', use: 'enc', alg: 'RSA-OAEP' }),
      ]),
    ).toEqual([]);
  });

  it('two keys with the same kid fails', async () => {
    expect(await failed([await key(), await key()])).toEqual(['jwks.key-ids']);
  });
});
