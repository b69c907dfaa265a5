import { spawnSync } from 'node:child_process';
import type { Application } from '@microsoft/microsoft-graph-types';
import {
  genericRecord,
  inVersion,
  microsoftRecord,
} from '../../__fixtures__/records';
import { CAMUNDA_VERSIONS, libraryOf } from '../../camunda';
import { DEFAULT_PROVIDER_CONTEXT } from '../resolve';
import { setupApplications, type SetupRecord } from './applications';
import { secretManifest } from './secretManifest';
import { graphApplication } from './entra/application';
import { shellcheck } from './__testUtils__/shellcheck';
import { SETUP_PRODUCTS, type ProviderSetup } from './types';
import {
  UnsupportedSetupError,
  writeProviderSetup,
} from './writeProviderSetup';

const generic = SETUP_PRODUCTS.filter(product => product !== 'entra');

const cases: Array<[string, () => ProviderSetup]> = CAMUNDA_VERSIONS.flatMap(
  version => [
    ...generic.map((product): [string, () => ProviderSetup] => [
      `${product} ${version}`,
      () =>
        writeProviderSetup(
          inVersion(genericRecord(), version),
          DEFAULT_PROVIDER_CONTEXT,
          product,
        ),
    ]),
    [
      `entra ${version}`,
      () =>
        writeProviderSetup(
          inVersion(microsoftRecord(), version),
          DEFAULT_PROVIDER_CONTEXT,
        ),
    ],
  ],
);

function files(
  end: string,
  record: SetupRecord,
  product?: (typeof generic)[number],
) {
  return writeProviderSetup(record, DEFAULT_PROVIDER_CONTEXT, product)
    .files.filter(({ path }) => path.endsWith(end))
    .map(({ content }) => content);
}

describe.each(cases)('what is written for %s', (_, write) => {
  it('is the same in every run', () => {
    expect(write()).toEqual(write());
  });

  it('names every redirect URI of every application exactly', () => {
    const { files: written, steps, applications } = write();
    const all = written.map(({ content }) => content).join('\n');
    const typed = steps.flatMap(({ values = [] }) => values.map(v => v.value));
    for (const uri of applications.flatMap(entry => entry.redirectUris)) {
      expect(all).toContain(uri);
      expect(typed).toContain(uri);
      expect(uri).not.toContain('*');
    }
  });

  it('has unique ids', () => {
    const ids = write().steps.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

it('has no secrets of public applications, and no redirect URIs of machines', () => {
  const all = cases.flatMap(([, write]) => write().applications);
  const ofKind = (kind: string) => all.filter(entry => entry.kind === kind);
  expect(ofKind('spa').map(({ secret }) => secret)).toEqual(
    ofKind('spa').map(() => undefined),
  );
  expect(ofKind('machine').flatMap(entry => entry.redirectUris)).toEqual([]);
});

describe('Microsoft Graph bodies', () => {
  it('have the shape that Graph documents', () => {
    const { applications } = writeProviderSetup(
      inVersion(microsoftRecord(), '8.9'),
      DEFAULT_PROVIDER_CONTEXT,
    );
    // The compiler finds a misspelt member or a "2" instead of 2.
    const bodies: Application[] = applications.map(
      application =>
        graphApplication(application, {
          groupsClaim: 'groups',
        }) satisfies Application,
    );
    const console = bodies.find(body => body.displayName?.includes('Console'))!;
    expect(console.spa?.redirectUris).toContain('https://console.example.com/');
    expect(console.web).toBeUndefined();
    for (const body of bodies) {
      expect(body.api?.requestedAccessTokenVersion).toBe(2);
      expect(body.passwordCredentials).toBeUndefined();
      expect(body.optionalClaims?.accessToken).toContainEqual({
        name: 'preferred_username',
      });
      expect(body.web?.logoutUrl).toBeUndefined();
    }
  });

  it('registers post-logout URIs among the redirect URIs', () => {
    const [application] = writeProviderSetup(
      microsoftRecord(),
      DEFAULT_PROVIDER_CONTEXT,
    ).applications;
    const body = graphApplication(
      { ...application, postLogoutRedirectUris: ['https://c.example.com/out'] },
      {},
    );
    expect(body.web?.redirectUris).toContain('https://c.example.com/out');
  });
});

describe('Keycloak', () => {
  it('imports without overwriting, and without naming scopes or secrets', () => {
    const [text] = files('partial-import.json', genericRecord());
    const { ifResourceExists, clients } = JSON.parse(text);
    expect(ifResourceExists).toBe('SKIP');
    for (const client of clients) {
      expect(Object.keys(client)).not.toEqual(
        expect.arrayContaining(['defaultClientScopes']),
      );
      expect(client).not.toHaveProperty('secret');
      expect(client.protocolMappers.length).toBeGreaterThan(0);
      for (const value of Object.values(client.attributes))
        expect(typeof value).toBe('string');
    }
  });

  it('keeps the audience out of ID tokens in Terraform too', () => {
    const [text] = files('main.tf', genericRecord());
    expect(text.match(/add_to_id_token +/g)).toHaveLength(
      text.match(/keycloak_openid_audience_protocol_mapper"/g)!.length,
    );
  });
});

describe('Okta', () => {
  it('warns if one authorization server cannot have all audiences', () => {
    const { findings } = writeProviderSetup(
      genericRecord(),
      DEFAULT_PROVIDER_CONTEXT,
      'okta',
    );
    expect(findings.map(({ code }) => code)).toContain(
      'config.setup-one-audience',
    );
  });
});

describe('Auth0', () => {
  it('asks for RS256 in every application and API', () => {
    const [text] = files('main.tf', genericRecord(), 'auth0');
    expect(text.match(/alg = "RS256"/g)).toHaveLength(
      text.match(/resource "auth0_client" /g)!.length,
    );
    expect(text).not.toContain('HS256"');
  });
});

it('refuses a product of the other provider type', () => {
  expect(() =>
    writeProviderSetup(genericRecord(), DEFAULT_PROVIDER_CONTEXT, 'entra'),
  ).toThrow(UnsupportedSetupError);
  expect(() =>
    writeProviderSetup(microsoftRecord(), DEFAULT_PROVIDER_CONTEXT, 'okta'),
  ).toThrow(UnsupportedSetupError);
});

it('has steps for products without files', () => {
  const record = genericRecord();
  const setup = writeProviderSetup(
    {
      ...record,
      provider: { type: 'GENERIC', issuer: 'https://accounts.google.com' },
    },
    DEFAULT_PROVIDER_CONTEXT,
  );
  expect(setup.product).toBe('google');
  expect(setup.files).toEqual([]);
  expect(setup.steps.map(({ id }) => id)).toContain('limits');
});

it('names the missing client IDs', () => {
  const record: any = microsoftRecord();
  record.components.console.clientId = '<Client ID from Step 3>';
  const { findings } = writeProviderSetup(record, DEFAULT_PROVIDER_CONTEXT);
  expect(findings).toMatchObject([
    {
      code: 'config.client-id-awaited',
      subject: { kind: 'client', client: 'console' },
    },
  ]);
});

describe('shell scripts and Terraform', () => {
  const written = cases.flatMap(([title, write]) =>
    write().files.map((file): [string, string] => [
      `${title} ${file.path}`,
      file.content,
    ]),
  );

  const scripts = written.filter(([title]) => title.endsWith('.sh'));

  it.each(scripts)('%s is a script that bash accepts', (_, content) => {
    const { status, stderr } = spawnSync('bash', ['-n'], {
      input: content,
      encoding: 'utf8',
      // Otherwise bash warns on machines whose locale is not installed.
      env: { PATH: process.env.PATH, LC_ALL: 'C' },
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  // Versions differ in data only.
  it.each(scripts.filter(([title]) => title.includes(' 8.9 ')))(
    '%s is a script without ShellCheck findings',
    (_, content) => expect(shellcheck(content)).toEqual([]),
  );

  it.each(written.filter(([title]) => title.endsWith('.tf')))(
    '%s is HCL',
    async (title, content) => {
      const { parse } = await import('@cdktf/hcl2json');
      const parsed: any = await parse('main.tf', content);
      expect(Object.keys(parsed.resource ?? {}).length).toBeGreaterThan(1);
      expect(title).toBeTruthy();
    },
  );

  it('escapes text that looks like a template in HCL', async () => {
    const record: any = genericRecord();
    record.components.optimize.audience = '${path.root} %{ if true }"\\';
    const [text] = files('main.tf', record);
    const { parse } = await import('@cdktf/hcl2json');
    const parsed: any = await parse('main.tf', text);
    const [mapper] =
      parsed.resource.keycloak_openid_audience_protocol_mapper.optimize_1;
    expect(mapper.included_custom_audience).toBe(
      '$${path.root} %%{ if true }"\\',
    );
  });
});

describe.each(CAMUNDA_VERSIONS)('client authentication of %s', version => {
  const record = inVersion(genericRecord(), version);
  const applications = setupApplications(record);

  it('is exactly what the component does', () => {
    for (const { client, clientAuthentication } of applications)
      expect([
        client,
        libraryOf(client, version)!.clientAuthentication,
      ]).toEqual([client, expect.arrayContaining([clientAuthentication])]);
  });

  it.each(['auth0', 'okta', 'registration'] as const)(
    'is written for %s',
    product => {
      const written = writeProviderSetup(
        record,
        DEFAULT_PROVIDER_CONTEXT,
        product,
      )
        .files.flatMap(({ content }) => [
          ...content.matchAll(
            /(?:token_endpoint_auth_method|authentication_method)"?\s*[:=]\s*"(\w+)"/g,
          ),
        ])
        .map(([, method]) => method);
      expect(written.sort()).toEqual(
        applications
          .map(({ clientAuthentication }) => clientAuthentication)
          .sort(),
      );
    },
  );
});

describe('the Kubernetes Secrets', () => {
  it('contain the new secrets in the places that the record names', () => {
    const applications = setupApplications(inVersion(genericRecord(), '8.7'));
    const { secret } = applications.find(
      ({ client }) => client === 'identity',
    )!;
    const list = JSON.parse(
      secretManifest(applications, { identity: 'made', console: 'never' }),
    );
    expect(list.items).toEqual([
      {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: secret!.name },
        type: 'Opaque',
        stringData: { [secret!.key]: 'made' },
      },
    ]);
  });
});
