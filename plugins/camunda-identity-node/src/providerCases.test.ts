import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DEFAULT_PROVIDER_CONTEXT,
  type Finding,
} from 'backstage-plugin-camunda-identity-common';
import type { JWK } from 'jose';
import {
  createAuthority,
  type ServerCertificate,
} from './__testUtils__/certificates';
import {
  AUDIENCE,
  FaultyProvider,
  makeKeys,
  SECRET,
  type Faults,
  type Keys,
} from './__testUtils__/faults/FaultyProvider';
import { serve } from './__testUtils__/server';
import { checkConnection } from './checkConnection';
import { GuardedHttp } from './http';

/*
 * Providers as reported by users, set up here and checked over https. If the reports themselves are present,
 * each is also compared with the findings.
 */
const FOLDER =
  process.env.CONFIG_CASES ?? join(__dirname, '../../../../shared/cases');
const folders = existsSync(FOLDER) ? readdirSync(FOLDER) : [];

/** The expected verdict of a report; undefined if it is not present. */
function verdictOf(id: string): string | undefined {
  const folder = folders.find(name => name.startsWith(`${id}-`));
  if (!folder) return undefined;
  const text = readFileSync(join(FOLDER, folder, 'case.md'), 'utf8');
  return text.split('## Right verdict')[1];
}

const HOST = 'idp.test';
const INNER = 'inner.test';

jest.setTimeout(30_000);

let keys: Keys;
let tls: ServerCertificate;
let folder: string;
let caFile: string;

beforeAll(async () => {
  const authority = await createAuthority('Example Corp Root');
  keys = await makeKeys('main');
  tls = await authority.issue({ name: HOST, days: 90 });
  folder = mkdtempSync(join(tmpdir(), 'cases-'));
  caFile = join(folder, 'ca.pem');
  writeFileSync(caFile, authority.certificate);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Checks a record of 8.7 with Zeebe and Optimize; the secret is right. */
async function check(
  path: string,
  faults: Faults,
  options: { allowPlainHttp?: boolean } = {},
) {
  const idp = new FaultyProvider(
    {
      ...faults,
      tls,
      document: (document, origin) => ({
        ...document,
        issuer: `${origin}${path}`,
        ...(faults.document?.(document, origin) as object),
      }),
      claims: claims => ({
        ...claims,
        iss: `${claims.iss}${path}`,
        ...faults.claims?.(claims),
      }),
    },
    keys,
  );
  await idp.start(HOST);
  const http = new GuardedHttp({
    allowPlainHttp: options.allowPlainHttp ?? false,
    allowedHosts: [HOST, INNER],
    caFiles: [caFile],
    lookup: ((_host: string, _options: unknown, done: Function) =>
      done(null, [{ address: '127.0.0.1', family: 4 }])) as never,
  });
  const issuer = `${idp.origin}${path}`;
  try {
    const { findings } = await checkConnection(
      {
        camundaVersion: '8.7',
        provider: { type: 'GENERIC', issuer },
        components: {
          zeebe: { clientId: 'zeebe', audience: AUDIENCE },
          optimize: {
            clientId: 'optimize',
            audience: AUDIENCE,
            url: 'https://optimize.example.com',
          },
        },
        secrets: { zeebe: SECRET, optimize: SECRET },
      },
      {
        http,
        providers: DEFAULT_PROVIDER_CONTEXT,
        insecureAllowed: options.allowPlainHttp ?? false,
      },
    );
    return { findings, issuer };
  } finally {
    await idp.stop();
    await http.close();
  }
}

const of = (findings: readonly Finding[], code: string, client?: string) =>
  findings.find(
    entry => entry.code === code && entry.subject.client === client,
  );

const CODE = /\b(?:client|discovery|jwks)\.[a-z]+(?:-[a-z]+)*/g;

/** Compares findings with the text of a report's verdict. */
function expectVerdict(verdict: string, findings: readonly Finding[]) {
  const codes = verdict.match(CODE) ?? [];
  expect(codes.length).toBeGreaterThan(0);
  expect(findings.map(({ code }) => code)).toEqual(
    expect.arrayContaining(codes),
  );
  const results = (code: string) =>
    findings.filter(entry => entry.code === code).map(({ result }) => result);
  for (const code of codes) {
    if (verdict.includes(`${code} fails`))
      expect([code, ...new Set(results(code))]).toEqual([code, 'fail']);
    if (verdict.includes(`${code} is at most a warning`))
      expect(results(code)).not.toContain('fail');
  }
  if (verdict.includes('Never a fail'))
    expect(findings.filter(({ result }) => result === 'fail')).toEqual([]);
}

const named = `http://${HOST}/adfs/services/trust`;
const adfs: Faults = {
  document: () => ({
    access_token_issuer: named,
    microsoft_multi_refresh_token: true,
  }),
  claims: () => ({ iss: named }),
};

/** A realm’s document whose token endpoint and keys lie at another origin. */
const mixedSchemes = (inner: string): Faults => ({
  document: (_, origin) => {
    const path = '/realms/camunda/protocol/openid-connect';
    return {
      authorization_endpoint: `${origin}${path}/auth`,
      token_endpoint: `${inner}${path}/token`,
      jwks_uri: `${inner}${path}/certs`,
    };
  },
});

/** The published key, or another one, under the kid of the published one. */
const key = (alg: string, use = 'sig', own: JWK = keys.publicJwk): JWK => ({
  ...own,
  kid: keys.publicJwk.kid,
  alg,
  use,
});
const oneKeyThrice = (algorithms: readonly string[]): Faults => ({
  keys: () => ({
    keys: [...algorithms.map(alg => key(alg)), key('RSA-OAEP', 'enc')],
  }),
});

/** Set up according to the reports with these numbers. */
const REPORTED: ReadonlyArray<[id: string, path: string, faults: Faults]> = [
  ['30', '/adfs', adfs],
  // Nothing listens there, and nothing may be requested there.
  ['32', '/realms/camunda', mixedSchemes(`http://${INNER}:9`)],
  ['33', '', oneKeyThrice(['RS256', 'PS256'])],
];

for (const [id, path, faults] of REPORTED) {
  const verdict = verdictOf(id);
  (verdict === undefined ? it.skip : it)(
    `${id}: the verdict of the report`,
    async () => expectVerdict(verdict!, (await check(path, faults)).findings),
  );
}

describe('an AD FS whose access tokens have an issuer of their own', () => {
  it('fails for each client with origin, consequence and remedy', async () => {
    const { findings, issuer } = await check('/adfs', adfs);
    for (const client of ['zeebe', 'optimize']) {
      const found = of(findings, 'client.token-issuer', client)!;
      expect(found.result).toBe('fail');
      expect(found.message).toContain(named);
      expect(found.message).toContain(issuer);
      expect(found.message).toMatch(
        /document itself names it as access_token_issuer/,
      );
      expect(found.message).toMatch(/refuse such tokens/);
      expect(found.message).toMatch(/signing in alone does not depend on it/);
      expect(found.remedy).toContain('AD FS');
      expect(found.remedy).toContain('Set-AdfsProperties -Identifier');
      expect(found.remedy).toContain(issuer);
    }
    // Consequences are not second faults, and signing in is not affected.
    expect(of(findings, 'discovery.token-issuer')).toMatchObject({
      result: 'warn',
      causedBy: 'client.token-issuer',
    });
    expect(of(findings, 'discovery.issuer-mismatch')?.result).toBe('pass');
    expect(of(findings, 'client.secret', 'zeebe')?.result).toBe('pass');
    expect(of(findings, 'client.token-signature', 'zeebe')?.result).toBe(
      'pass',
    );
    expect(of(findings, 'client.redirect-uri', 'optimize')?.result).toBe(
      'pass',
    );
  });

  it('does not blame the document if it does not name that issuer', async () => {
    const { findings } = await check('/adfs', {
      ...adfs,
      claims: () => ({ iss: 'https://elsewhere.example.com' }),
    });
    const found = of(findings, 'client.token-issuer', 'zeebe')!;
    expect(found.result).toBe('fail');
    expect(found.message).not.toMatch(/access_token_issuer/);
  });

  it('passes once the federation service is named like the issuer', async () => {
    const { findings, issuer } = await check('/adfs', {
      document: (_, origin) => ({ access_token_issuer: `${origin}/adfs` }),
    });
    expect(issuer).toMatch(/\/adfs$/);
    expect(of(findings, 'client.token-issuer', 'zeebe')?.result).toBe('pass');
    expect(of(findings, 'discovery.token-issuer')?.result).toBe('pass');
  });
});

describe('a Keycloak behind a proxy that names http addresses of another host', () => {
  it.each([false, true])(
    'fails with a remedy and receives no secret (plain http allowed: %s)',
    async allowPlainHttp => {
      const heard: string[] = [];
      const inner = await serve((req, res) => {
        const chunks: Buffer[] = [];
        req.on('data', chunk => chunks.push(chunk));
        req.on('end', () => {
          const { authorization = '' } = req.headers;
          heard.push(`${req.method} ${req.url} ${authorization} ${chunks}`);
          res.writeHead(500).end();
        });
      });
      const { port } = new URL(inner.origin);
      try {
        const { findings } = await check(
          '/realms/camunda',
          mixedSchemes(`http://${INNER}:${port}`),
          { allowPlainHttp },
        );
        const urls = of(findings, 'discovery.endpoint-urls')!;
        expect(urls.result).toBe('fail');
        expect(urls.message).toMatch(/token_endpoint uses plain http/);
        expect(urls.message).toMatch(/jwks_uri uses plain http/);
        expect(urls.message).not.toMatch(/authorization_endpoint/);
        expect(urls.causedBy).toBeUndefined();
        const hosts = of(findings, 'discovery.endpoint-hosts')!;
        expect(hosts.result).toBe('info');
        expect(hosts.message).toContain(`${INNER}:${port}`);
        for (const { remedy } of [urls, hosts]) {
          expect(remedy).toContain('--hostname=https://');
          expect(remedy).toContain('--proxy-headers');
        }
        expect(heard.filter(line => line.startsWith('POST'))).toEqual([]);
        expect(heard.join('\n')).not.toMatch(/Basic|client_secret/);
        for (const client of ['zeebe', 'optimize']) {
          const secret = of(findings, 'client.secret', client)!;
          expect(secret.result).toBe('skipped');
          expect(secret.message).toMatch(/plain http.*no secret is sent/);
        }
      } finally {
        await inner.close();
      }
    },
  );
});

describe('a key set with one kid for several entries', () => {
  const withKeys = async (set: JWK[]) =>
    (await check('', { keys: () => ({ keys: set }) })).findings;

  it.each([
    ['RS256 first', ['RS256', 'PS256']],
    ['PS256 first', ['PS256', 'RS256']],
  ])(
    'of one key, for sign and for enc: tokens verify (%s)',
    async (_, algs) => {
      const { findings } = await check('', oneKeyThrice(algs));
      expect(of(findings, 'jwks.key-ids')?.result).toBe('info');
      expect(of(findings, 'client.token-signature', 'zeebe')?.result).toBe(
        'pass',
      );
      expect(findings.filter(({ result }) => result === 'fail')).toEqual([]);
    },
  );

  it('of different keys for different algorithms and uses: a warning at most', async () => {
    const [ps, enc] = await Promise.all([makeKeys('main'), makeKeys('main')]);
    const findings = await withKeys([
      key('RSA-OAEP', 'enc', enc.publicJwk),
      key('PS256', 'sig', ps.publicJwk),
      key('RS256'),
    ]);
    expect(of(findings, 'jwks.key-ids')?.result).toBe('warn');
    expect(of(findings, 'client.token-signature', 'zeebe')?.result).toBe(
      'pass',
    );
  });

  it('of one key without alg, twice: tokens verify', async () => {
    const { alg: _, ...plain } = keys.publicJwk;
    const findings = await withKeys([plain, { ...plain, use: 'enc' }, plain]);
    expect(of(findings, 'jwks.key-ids')?.result).toBe('info');
    expect(of(findings, 'client.token-signature', 'zeebe')?.result).toBe(
      'pass',
    );
  });

  it('of keys that a library cannot tell apart: fails', async () => {
    const other = await makeKeys('main');
    const findings = await withKeys([
      key('RS256', 'sig', other.publicJwk),
      key('RS256'),
    ]);
    expect(of(findings, 'jwks.key-ids')?.result).toBe('fail');
  });
});
