import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDocuments, verdictOf } from './__testUtils__/corpus';

/*
 * Documents published by real providers, if present beside the repository or in DISCOVERY_CORPUS. Their hosts
 * are never called: the documents are supplied where the guarded client would fetch them.
 */
const CORPUS =
  process.env.DISCOVERY_CORPUS ?? join(__dirname, '../../../../shared/corpus');
const present = existsSync(CORPUS);

const read = (path: string) =>
  JSON.parse(readFileSync(join(CORPUS, path), 'utf8'));

interface Verdict {
  /** The product it is recognised as. */
  profile: string;
  /** Codes that rightly fail; all others must not. */
  fail: string[];
  warn: string[];
  reason: string;
  /** The issuer in the record, where it is another than the document’s. */
  configured?: string;
}

/** The verdict per document, and why. */
const VERDICTS: Record<string, Verdict> = {
  adfs: {
    profile: 'adfs',
    fail: [],
    warn: ['token-issuer'],
    reason: 'its access tokens have another issuer',
  },
  apple: {
    profile: 'generic',
    fail: [],
    warn: ['scopes'],
    reason: 'lists neither profile nor offline_access',
  },
  auth0: {
    profile: 'auth0',
    fail: [],
    warn: [],
    reason: 'the logout endpoint has to be switched on',
  },
  authentik: { profile: 'authentik', fail: [], warn: [], reason: 'complete' },
  casdoor: {
    profile: 'generic',
    fail: [],
    warn: [],
    reason: 'without client authentication methods: unknown',
  },
  cognito: {
    profile: 'cognito',
    fail: [],
    warn: [],
    reason: 'no lists of grants and PKCE: unknown',
  },
  dex: { profile: 'dex', fail: [], warn: [], reason: 'has no logout endpoint' },
  'duende-demo': { profile: 'generic', fail: [], warn: [], reason: 'complete' },
  'entra-b2c': {
    profile: 'entra-b2c',
    fail: [],
    warn: [],
    reason: 'its lists are short, the product has more',
  },
  'entra-v1-tenant': {
    profile: 'entra',
    fail: ['issuer-mismatch'],
    warn: ['scopes'],
    reason: 'the v1.0 document: Camunda needs /v2.0',
    configured:
      'https://login.microsoftonline.com/72f988bf-86f1-41af-91ab-2d7cd011db47',
  },
  'entra-v2-common': {
    profile: 'entra',
    fail: ['issuer-mismatch'],
    warn: [],
    reason: 'names a template of issuers',
    configured: 'https://login.microsoftonline.com/common/v2.0',
  },
  'entra-v2-tenant': {
    profile: 'entra',
    fail: [],
    warn: [],
    reason: 'no lists of grants and PKCE: unknown',
  },
  'forgerock-aic': {
    profile: 'ping',
    fail: [],
    warn: [],
    reason: 'an explicit default port is part of the issuer',
  },
  'github-oauth-as-metadata': {
    profile: 'generic',
    fail: ['endpoints'],
    warn: ['grant-types', 'required-members'],
    reason: 'OAuth without OpenID Connect: no key set',
  },
  gitlab: {
    profile: 'gitlab',
    fail: [],
    warn: [],
    reason: 'offline_access is not needed; no logout endpoint',
  },
  glewlwyd: {
    profile: 'generic',
    fail: ['endpoint-urls', 'signing-algorithms'],
    warn: ['grant-types', 'scopes'],
    reason: 'plain http and symmetric signatures',
  },
  google: {
    profile: 'google',
    fail: [],
    warn: ['grant-types'],
    reason: 'has no client-credentials grant',
  },
  'google-legacy-issuer': {
    profile: 'google',
    fail: ['issuer-mismatch'],
    warn: ['required-members'],
    reason: 'names an issuer that is no URL',
    configured: 'https://accounts.google.com',
  },
  'keycloak-legacy-auth-path': {
    profile: 'keycloak',
    fail: [],
    warn: [],
    reason: 'complete',
  },
  'keycloak-par-ciba': {
    profile: 'keycloak',
    fail: [],
    warn: [],
    reason: 'offers PAR without demanding it',
  },
  'okta-authjs-custom-no-openid': {
    profile: 'okta',
    fail: ['scopes'],
    warn: ['required-members'],
    reason: 'an authorization server without openid',
  },
  'okta-custom-default': {
    profile: 'okta',
    fail: [],
    warn: [],
    reason: 'has client_credentials without listing it',
  },
  onelogin: {
    profile: 'onelogin',
    fail: [],
    warn: [],
    reason: 'endpoints lie on another host, as usual there',
  },
  pingfederate: {
    profile: 'ping',
    fail: [],
    warn: [],
    reason: 'names its logout endpoint in its own way',
  },
  salesforce: {
    profile: 'generic',
    fail: [],
    warn: [],
    reason: 'no lists of grants and PKCE: unknown',
  },
  slack: {
    profile: 'generic',
    fail: [],
    warn: ['grant-types', 'scopes'],
    reason: 'signs people in, and no more',
  },
  spotify: {
    profile: 'generic',
    fail: [],
    warn: ['grant-types', 'scopes'],
    reason: 'has no client-credentials grant by its list',
  },
  'wso2-is': {
    profile: 'generic',
    fail: [],
    warn: ['scopes'],
    reason: 'its issuer is its token endpoint, which is allowed',
  },
  zitadel: { profile: 'zitadel', fail: [], warn: [], reason: 'complete' },
};

const GOOD_KEYS = () => read('jwks/google.json');

const documents = present
  ? readdirSync(CORPUS).filter(name => name.endsWith('.json'))
  : [];

(present ? describe : describe.skip)(
  `documents of real providers${
    present ? '' : ' (not beside this repository)'
  }`,
  () => {
    it('has an expected verdict for each document', () => {
      expect(Object.keys(VERDICTS).sort()).toEqual(
        documents.map(name => name.replace('.json', '')).sort(),
      );
    });

    it.each(documents)('%s', async name => {
      const verdict = VERDICTS[name.replace('.json', '')];
      const findings = await checkDocuments(
        read(name),
        GOOD_KEYS(),
        verdict.configured,
      );
      expect(verdictOf(findings)).toEqual({
        profile: verdict.profile,
        fail: verdict.fail,
        warn: verdict.warn,
      });
    });

    it.each([
      ['apple', [], 'three keys'],
      ['authentik', [], 'one key with its certificate'],
      ['entra-common', [], 'certificates beside the keys'],
      ['google', [], 'two keys'],
      ['keycloak', [], 'one key'],
      ['zitadel', ['jwks.key-ids'], 'two keys share one kid'],
    ])('key set of %s', async (name, fail) => {
      const document = read('duende-demo.json');
      const findings = await checkDocuments(
        document,
        read(`jwks/${name}.json`),
      );
      expect(
        findings
          .filter(({ result }) => result === 'fail')
          .map(({ code }) => code),
      ).toEqual(fail);
    });
  },
);
