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

  it('adds a check, a product and the description of its code', async () => {
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
  });
});
