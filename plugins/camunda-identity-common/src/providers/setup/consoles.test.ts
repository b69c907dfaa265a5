import {
  genericRecord,
  inVersion,
  microsoftRecord,
} from '../../__fixtures__/records';
import { DEFAULT_PROVIDER_CONTEXT } from '../resolve';
import type { SetupRecord } from './applications';
import type { SetupProduct } from './types';
import { writeProviderSetup } from './writeProviderSetup';

function recordAt(issuer: string): SetupRecord {
  return {
    ...inVersion(genericRecord(), '8.7'),
    provider: { type: 'GENERIC', issuer },
  };
}

const setupOf = (issuer: string, product?: SetupProduct) =>
  writeProviderSetup(recordAt(issuer), DEFAULT_PROVIDER_CONTEXT, product);

/** Addresses that the steps name, without those of the documentation. */
function links(issuer: string, product?: SetupProduct): string[] {
  const texts = setupOf(issuer, product).steps.map(({ text }) => text);
  return [
    ...new Set(
      texts.flatMap(text => text.match(/https:\/\/[^\s]*[^\s.,;:)]/g) ?? []),
    ),
  ];
}

describe('the pages of the product lie where the issuer says', () => {
  it.each([
    [
      'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Abc',
      'https://eu-central-1.console.aws.amazon.com/cognito/v2/idp/user-pools/eu-central-1_Abc',
    ],
    [
      'https://cognito-idp.cn-north-1.amazonaws.com.cn/cn-north-1_Abc',
      'https://cn-north-1.console.amazonaws.cn/cognito/v2/idp/user-pools/cn-north-1_Abc',
    ],
    [
      'https://cognito-idp.us-gov-west-1.amazonaws.com/us-gov-west-1_Abc',
      'https://us-gov-west-1.console.amazonaws-us-gov.com/cognito/v2/idp/user-pools/us-gov-west-1_Abc',
    ],
    [
      'https://auth.pingone.eu/5b1f4c3e-7d0a-4a6e-9d58-0c2f7a9f1e21/as',
      'https://console.pingone.eu/?env=5b1f4c3e-7d0a-4a6e-9d58-0c2f7a9f1e21',
    ],
    [
      'https://payments-abc.zitadel.cloud',
      'https://payments-abc.zitadel.cloud/ui/console/projects',
    ],
    [
      'https://auth.example.com/application/o/camunda/',
      'https://auth.example.com/if/admin/#/core/applications',
    ],
    [
      'https://example.com/auth/application/o/camunda/',
      'https://example.com/auth/if/admin/#/core/applications',
    ],
    ['https://gitlab.com', 'https://gitlab.com/-/user_settings/applications'],
    [
      'https://example.onelogin.com/oidc/2',
      'https://example.onelogin.com/admin2/apps',
    ],
    [
      'https://accounts.google.com',
      'https://console.cloud.google.com/auth/clients',
    ],
    [
      'https://payments.eu.auth0.com/',
      'https://manage.auth0.com/dashboard/eu/payments/applications',
    ],
    [
      'https://payments.auth0.com/',
      'https://manage.auth0.com/dashboard/us/payments/applications',
    ],
    [
      'https://dev-1.okta.com/oauth2/default',
      'https://dev-1-admin.okta.com/admin/apps/active',
    ],
    [
      'https://login.example.com/auth/realms/pay%20ments',
      'https://login.example.com/auth/admin/master/console/#/pay%20ments/clients',
    ],
  ])('%s', (issuer, page) => {
    expect(links(issuer)).toEqual([page]);
  });

  it.each([
    ['https://adfs.example.com/adfs', undefined, []],
    ['https://idp.example.com', undefined, []],
    // Neither the organisation nor a realm is in such an issuer.
    ['https://login.example.com/oauth2/aus1', 'okta', []],
    ['https://idp.example.com', 'keycloak', []],
    [
      'https://login.example.com/',
      'auth0',
      ['https://manage.auth0.com/#/applications'],
    ],
  ] as const)(
    'and nowhere where it does not say: %s, %s',
    (issuer, product, pages) => {
      expect(links(issuer, product)).toEqual(pages);
    },
  );
});

describe('values can be typed in where the steps say', () => {
  const valuesOf = (issuer: string, product?: SetupProduct) =>
    setupOf(issuer, product)
      .steps.filter(({ id }) => id.startsWith('application-'))
      .flatMap(({ values = [] }) => values);

  it('a client ID only where one chooses it', () => {
    const labels = (issuer: string) =>
      valuesOf(issuer)
        .map(({ label }) => label)
        .filter(label => label.startsWith('Client ID'));
    expect(new Set(labels('https://adfs.example.com/adfs'))).toEqual(
      new Set(['Client ID']),
    );
    expect(new Set(labels('https://idp.example.com/realms/a'))).toEqual(
      new Set(['Client ID']),
    );
    for (const issuer of [
      'https://cognito-idp.eu-central-1.amazonaws.com/x',
      'https://a.okta.com/oauth2/default',
      'https://a.eu.auth0.com/',
      'https://idp.example.com',
    ])
      expect(new Set(labels(issuer))).toEqual(
        new Set(['Client ID in the record']),
      );
  });

  it.each([
    'https://cognito-idp.eu-central-1.amazonaws.com/x',
    'https://gitlab.com',
    'https://accounts.google.com',
  ])('neither scopes nor audiences that %s does not have', issuer => {
    const values = valuesOf(issuer);
    expect(values.map(({ value }) => value).join(' ')).not.toContain(
      'offline_access',
    );
    expect(values.map(({ label }) => label)).not.toContain('Audience');
    expect(setupOf(issuer).steps.map(({ id }) => id)).not.toContain(
      'audiences',
    );
    const others = valuesOf('https://idp.example.com');
    expect(others.map(({ value }) => value).join(' ')).toContain(
      'offline_access',
    );
    expect(others.map(({ label }) => label)).toContain('Audience');
  });

  it('and every value is one: nothing in its place while it is awaited', () => {
    const record: any = structuredClone(microsoftRecord());
    record.components.console.clientId = '<CLIENT_ID>';
    record.components.optimize.clientId = 'no-guid';
    const { steps } = writeProviderSetup(record, DEFAULT_PROVIDER_CONTEXT);
    const all = steps.flatMap(({ values = [] }) => values);
    // An application of Entra’s is its own audience.
    expect(all.map(({ label }) => label)).not.toContain('Audience');
    expect(all.length).toBeGreaterThan(10);
    for (const { value } of all) expect(value).not.toMatch(/after its|→|^of /);
    const manifests = steps.find(({ id }) => id === 'token-version')!.values!;
    const linked = manifests.map(({ client }) => client);
    expect(linked).toContain('identity');
    expect(linked).not.toContain('console');
    expect(linked).not.toContain('optimize');
    expect(steps.find(({ id }) => id === 'send-back')!.text).toContain(
      'those of Console.',
    );
  });
});

it('Terraform asks for Okta’s organisation where an own domain hides it', async () => {
  const { parse } = await import('@cdktf/hcl2json');
  const provider = async (issuer: string) => {
    const [{ content }] = setupOf(issuer, 'okta').files;
    const parsed: any = await parse('main.tf', content);
    return [parsed.provider.okta[0], Object.keys(parsed.variable)];
  };
  expect(await provider('https://dev-1.okta-emea.com/oauth2/default')).toEqual([
    { org_name: 'dev-1', base_url: 'okta-emea.com' },
    ['people'],
  ]);
  expect(await provider('https://login.example.com/oauth2/aus1')).toEqual([
    // eslint-disable-next-line no-template-curly-in-string
    { org_name: '${var.org_name}', base_url: '${var.base_url}' },
    ['base_url', 'org_name', 'people'],
  ]);
});
