import {
  startLocalProvider,
  type LocalProvider,
} from 'camunda-identity-test-provider';
import acmeChecks from 'camunda-identity-test-provider-checks-module';
import { testDatabases } from './__testUtils__/databases';
import { startPortal, type Portal } from './__testUtils__/portal';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('another module on %s', id => {
  let provider: LocalProvider;
  let portal: Portal;
  let destroy: () => Promise<void>;

  beforeAll(async () => {
    provider = await startLocalProvider({ port: 0 });
    const knex = await databases.init(id);
    portal = await startPortal({ knex, features: [acmeChecks] });
    destroy = () => knex.destroy();
  });
  afterAll(async () => {
    await portal.stop();
    await provider.stop();
    await destroy();
  });

  it('adds a check, a product and the definition of its code', async () => {
    const { body: report } = await portal.guest.post('/provider-checks', {
      provider: { type: 'GENERIC', issuer: provider.issuer },
    });
    const of = (code: string) =>
      report.findings.find((entry: { code: string }) => entry.code === code);
    expect(of('acme.support-contact')).toMatchObject({
      result: 'warn',
      title: 'Support contact',
    });
    expect(of('discovery.product')).toMatchObject({
      result: 'pass',
      evidence: { profile: 'acme' },
    });
    const { body } = await portal.guest.get('/findings');
    const codes = body.items.map((entry: { code: string }) => entry.code);
    expect(codes).toContain('acme.support-contact');
    expect(codes).toContain('discovery.document');
    // Fields for the engine are not part of the public description.
    expect(
      [...new Set(body.items.flatMap((entry: object) => Object.keys(entry)))]
        .sort()
        .join(' '),
    ).toBe('code explanation remedy severity source title');
  });

  it('adds the peculiarities of its product to written and compared configuration', async () => {
    const { body: record } = await portal.guest
      .post('/connections', {
        name: 'acme-cluster',
        title: 'Acme cluster',
        entityRef: 'system:default/payments-camunda',
        camundaVersion: '8.9',
        provider: { type: 'GENERIC', issuer: provider.issuer },
        components: {
          identity: {
            url: 'https://identity.example.com',
            clientId: 'identity',
            audience: 'identity-api',
          },
          orchestration: {
            url: 'https://camunda.example.com',
            clientId: 'orchestration',
            audience: 'orchestration-api',
          },
        },
        initialClaim: { name: 'email', value: 'ada@example.com' },
      })
      .expect(201);
    expect(record.providerSummary.title).toBe('Acme Sign-in');
    const { body: config } = await portal.guest
      .get(`/connections/${record.id}/config?format=helm`)
      .expect(200);
    const content = config.files
      .map((file: { content: string }) => file.content)
      .find((text: string) => text.includes('usernameClaim'));
    expect(content).toMatch(/usernameClaim: "?acme_login/);
    const { body: comparison } = await portal.guest
      .post(`/connections/${record.id}/config-comparisons`, {
        format: 'helm',
        content,
      })
      .expect(200);
    expect(
      comparison.differences.filter(({ key }: { key: string }) =>
        /claim/i.test(key),
      ),
    ).toEqual([]);
  });
});
