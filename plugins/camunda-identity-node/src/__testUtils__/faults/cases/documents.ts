import type { Fault } from '../Fault';
import type { Faults } from '../FaultyProvider';

type Document = Record<string, unknown>;

const with88: Fault['input'] = {
  camundaVersion: '8.9',
  components: {
    orchestration: {
      url: 'https://camunda.example.com',
      clientId: 'orchestration',
      audience: 'orchestration-api',
    },
  } as never,
  secrets: {},
};

const document = (
  name: string,
  change: Document | ((own: Document, origin: string) => Document),
  expected: string[],
  says?: RegExp,
  rest: Partial<Fault> = {},
): Fault => ({
  name: `document: ${name}`,
  faults: {
    document: (own, origin) => ({
      ...own,
      ...(typeof change === 'function' ? change(own, origin) : change),
    }),
  },
  expected,
  says,
  ...rest,
});

const gone = (member: string, value: unknown = undefined) => ({
  [member]: value,
});

const REQUIRED = [
  'subject_types_supported',
  'response_types_supported',
  'id_token_signing_alg_values_supported',
];

/** What Nimbus and Spring Security require of a document, by version. */
export const MEMBER_FAULTS: Fault[] = [
  ...REQUIRED.flatMap(member => [
    document(
      `lacks ${member}, for 8.9`,
      gone(member),
      ['discovery.required-members fail'],
      RegExp(member),
      { input: with88 },
    ),
    document(
      `lacks ${member}, for 8.7`,
      gone(member),
      ['discovery.required-members warn'],
      RegExp(member),
    ),
    document(
      `has an empty ${member}, for 8.9`,
      gone(member, []),
      ['discovery.required-members fail'],
      undefined,
      { input: with88 },
    ),
  ]),
  document(
    'has null in a required list, for 8.9',
    gone('subject_types_supported', null),
    ['discovery.required-members fail'],
    undefined,
    { input: with88 },
  ),
  document(
    'has null in an optional member',
    gone('service_documentation', null),
    ['discovery.member-types info'],
    /service_documentation/,
    { input: with88 },
  ),
  document(
    'has a text for a list, for 8.9',
    gone('scopes_supported', 'openid'),
    ['discovery.member-types fail'],
    /scopes_supported is not a list of texts/,
    { input: with88 },
  ),
  document(
    'has a text for a list, for 8.7',
    gone('acr_values_supported', 'x'),
    ['discovery.member-types warn'],
    /acr_values_supported/,
  ),
  document(
    'has a text for a boolean, for 8.9',
    gone('claims_parameter_supported', 'true'),
    ['discovery.member-types fail'],
    /claims_parameter_supported is not true or false/,
    { input: with88 },
  ),
  document(
    'has an address that Java cannot parse',
    gone('end_session_endpoint', 'https://idp.example.com/{tenant}/logout'),
    ['discovery.member-types fail'],
    /end_session_endpoint is not an address/,
    { input: with88 },
  ),
  document(
    'has unknown members of any type',
    { x_own_endpoint: 7, x_list_supported: 7 },
    ['discovery.member-types pass'],
  ),
];

const withCertificate: Fault['input'] = {
  camundaVersion: '8.8',
  components: {
    connectors: {
      clientId: 'connectors',
      certificate: { file: '/etc/camunda/connectors.p12' },
    },
  } as never,
  secrets: {},
};

/** Algorithms and client authentication, against the table of libraries. */
export const LIBRARY_FAULTS: Fault[] = [
  document(
    'signs with PS256 only',
    gone('id_token_signing_alg_values_supported', ['PS256']),
    ['discovery.signing-algorithms fail'],
    /PS256/,
  ),
  document(
    'signs with ES256 only',
    gone('id_token_signing_alg_values_supported', ['ES256']),
    ['discovery.signing-algorithms warn'],
    /RS256, which components take unless/,
  ),
  document(
    'accepts secrets in the body only, for the cluster',
    gone('token_endpoint_auth_methods_supported', ['client_secret_post']),
    ['discovery.auth-methods warn'],
    /Orchestration Cluster uses client_secret_basic or private_key_jwt/,
    { input: with88 },
  ),
  document(
    'accepts keys only, for the cluster',
    gone('token_endpoint_auth_methods_supported', ['private_key_jwt']),
    ['discovery.auth-methods info'],
    undefined,
    { input: with88 },
  ),
  document(
    'accepts secrets in the header only, for Connectors',
    gone('token_endpoint_auth_methods_supported', ['client_secret_basic']),
    ['discovery.auth-methods warn'],
    /Connectors uses client_secret_post/,
    {
      input: {
        components: {
          connectors: { mode: 'outbound', clientId: 'connectors' },
        } as never,
        secrets: {},
      },
    },
  ),
  document(
    'accepts keys only, for Connectors with a certificate',
    gone('token_endpoint_auth_methods_supported', ['private_key_jwt']),
    ['discovery.auth-methods info'],
    undefined,
    { input: withCertificate, never: /Connectors uses/ },
  ),
  document(
    'accepts secrets only, for Connectors with a certificate',
    gone('token_endpoint_auth_methods_supported', ['client_secret_post']),
    ['discovery.auth-methods warn'],
    /Connectors uses private_key_jwt; listed: client_secret_post/,
    { input: withCertificate },
  ),
  document(
    'accepts secrets in the body only, for Optimize',
    gone('token_endpoint_auth_methods_supported', ['client_secret_post']),
    ['discovery.auth-methods pass'],
    undefined,
    {
      input: {
        components: {
          optimize: {
            url: 'https://optimize.example.com',
            clientId: 'optimize',
          },
        } as never,
        secrets: {},
      },
    },
  ),
  document(
    'has pairwise subjects only',
    gone('subject_types_supported', ['pairwise']),
    ['discovery.subject-types info'],
    /another for every client/,
  ),
  document(
    'has pairwise subjects only, and sub is the initial claim',
    gone('subject_types_supported', ['pairwise']),
    ['discovery.subject-types warn'],
    /initial claim is sub/,
    { input: { initialClaim: { name: 'sub', value: 'x' } as never } },
  ),
  document(
    'does not list the initial claim',
    gone('claims_supported', ['sub', 'email']),
    ['discovery.initial-claim info'],
    /oid is not among the claims listed/,
    { input: { initialClaim: { name: 'oid', value: 'x' } as never } },
  ),
  document(
    'has another issuer of access tokens',
    (_, origin) => ({ access_token_issuer: `${origin}/adfs/services/trust` }),
    ['discovery.token-issuer warn'],
    /access_token_issuer/,
  ),
];

const issuer = (
  name: string,
  change: (origin: string) => string,
  says: RegExp,
): Fault =>
  document(
    name,
    (_, origin) => ({ issuer: change(origin) }),
    ['discovery.issuer-mismatch fail'],
    says,
    { status: 'fail' },
  );

const V1 = 'https://sts.windows.net/5d0f2a61-7b84-4c1e-9a3d-2f6e8b0c4d17/';
const LOGIN = '5d0f2a61-7b84-4c1e-9a3d-2f6e8b0c4d17/oauth2/authorize';

/** Issuers that differ, with the exact value to write. */
export const ISSUER_FAULTS: Fault[] = [
  issuer(
    'ends its issuer in a slash',
    o => `${o}/`,
    /Configure exactly http:\/\/localhost:\d+\//,
  ),
  issuer(
    'writes its issuer in capitals',
    o => o.replace('localhost', 'LOCALHOST'),
    /Configure exactly http:\/\/LOCALHOST/,
  ),
  issuer(
    'names a template',
    () => 'https://login.microsoftonline.com/{tenantid}/v2.0',
    /<tenant ID>/,
  ),
  issuer('names no URL', () => 'accounts.google.com', /no URL/),
  document(
    'is that of Entra’s v1.0',
    {
      issuer: V1,
      authorization_endpoint: `https://login.microsoftonline.com/${LOGIN}`,
    },
    ['discovery.issuer-mismatch fail'],
    /Configure https:\/\/login\.microsoftonline\.com\/5d0f2a61-7b84-4c1e-9a3d-2f6e8b0c4d17\/v2\.0/,
  ),
  document(
    'is that of v1.0 in the cloud of the US Government',
    {
      issuer: V1,
      authorization_endpoint: `https://login.microsoftonline.us/${LOGIN}`,
    },
    ['discovery.issuer-mismatch fail'],
    /Configure https:\/\/login\.microsoftonline\.us\//,
  ),
  document(
    'is that of v1.0 at an old host',
    {
      issuer: V1,
      authorization_endpoint: `https://login.windows.net/${LOGIN}`,
    },
    ['discovery.issuer-mismatch fail'],
    /Configure https:\/\/login\.microsoftonline\.com\//,
  ),
];

const follow = (location: (origin: string) => string): Faults => ({
  discovery: (req, res, provider) => {
    if (req.url!.includes('?')) {
      res.setHeader('Content-Type', 'application/json');
      return res.end(JSON.stringify(provider.document()));
    }
    return res.writeHead(301, { Location: location(provider.origin) }).end();
  },
});

/** Redirects, which libraries follow within an origin. */
export const REDIRECT_FAULTS: Fault[] = [
  {
    name: 'redirect: of the discovery document within the origin',
    faults: follow(origin => `${origin}/.well-known/openid-configuration?v=1`),
    expected: [
      'transport.redirect warn',
      'discovery.document pass',
      'discovery.issuer-mismatch pass',
    ],
    says: /redirects the discovery document within its own origin/,
  },
  {
    name: 'redirect: of the discovery document to another host',
    faults: follow(() => 'https://other.example.com/'),
    expected: ['transport.redirect fail'],
    status: 'fail',
  },
  {
    name: 'redirect: of the discovery document to another port',
    faults: follow(() => 'http://localhost:1/'),
    expected: ['transport.redirect fail'],
    status: 'fail',
  },
  {
    name: 'redirect: of the key set within the origin',
    faults: {
      jwks: (req, res, provider) => {
        if (req.url!.includes('?'))
          return res
            .setHeader('Content-Type', 'application/json')
            .end(JSON.stringify({ keys: [provider.publicJwk] }));
        return res.writeHead(302, { Location: '/jwks?v=1' }).end();
      },
    },
    expected: ['transport.redirect warn', 'jwks.document pass'],
    says: /redirects the key set within its own origin/,
  },
];

const keycloak = (own: Document, origin: string): Document => ({
  token_endpoint: `${origin}/realms/a/protocol/openid-connect/token`,
  jwks_uri: own.jwks_uri,
  authorization_endpoint: `${origin}/realms/a/protocol/openid-connect/auth`,
  issuer: 'http://internal:8080/realms/a',
});

/** Product-specific remedies, and documents that only look like a product's. */
export const PRODUCT_FAULTS: Fault[] = [
  document(
    'of a Keycloak that names its inner address',
    keycloak,
    ['discovery.issuer-mismatch fail'],
    /At Keycloak: Keycloak names the address under which it was asked unless hostname is set/,
  ),
  document(
    'has a single path that looks like Keycloak’s',
    (_, origin) => ({
      token_endpoint: `${origin}/protocol/openid-connect/token`,
    }),
    ['discovery.product skipped'],
    undefined,
    { never: /At Keycloak/ },
  ),
  document(
    'of an AD FS whose tokens have another issuer',
    (_, origin) => ({
      access_token_issuer: 'http://fs.example.com/adfs/services/trust',
      token_endpoint: `${origin}/token`,
      jwks_uri: `${origin}/jwks`,
      microsoft_multi_refresh_token: true,
    }),
    ['discovery.token-issuer warn'],
    /Set-AdfsProperties -Identifier/,
  ),
];
