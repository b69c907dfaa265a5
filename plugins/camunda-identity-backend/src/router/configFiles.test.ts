import { startPortal, newRecord, type Portal } from '../__testUtils__/portal';
import { testDatabases } from '../__testUtils__/databases';

jest.setTimeout(60_000);

const databases = testDatabases();
const SECRET = 'hunter2-Zx9!kkQ';

describe.each(databases.eachSupportedId())('user files, on %s', id => {
  let portal: Portal;
  let stop: () => Promise<void>;
  let path: string;

  beforeEach(async () => {
    const knex = await databases.init(id);
    portal = await startPortal({ knex });
    stop = async () => {
      await portal.stop();
      await knex.destroy();
    };
    const { body } = await portal.guest.post('/connections', newRecord());
    path = `/connections/${body.id}`;
  });
  afterEach(() => stop());

  it('have no difference as written, and the expected ones after manual changes', async () => {
    const { text } = await portal.guest
      .get(`${path}/config?format=helm`)
      .set('Accept', 'application/yaml');
    const compare = (content: string) =>
      portal.guest.post(`${path}/config-comparisons`, {
        format: 'helm',
        content,
      });
    const same = await compare(text);
    expect(same.status).toBe(200);
    expect(same.headers['cache-control']).toBe('no-store');
    expect(same.body.differences).toEqual([]);

    const line =
      text.split('\n').findIndex((entry: string) => /issuer:/.test(entry)) + 1;
    const changed = await compare(
      text.replace(/issuer: .*/, `issuer: https://other.example.com`),
    );
    expect(changed.body.differences).toEqual([
      expect.objectContaining({
        key: 'global.identity.auth.issuer',
        line,
        actual: 'https://other.example.com',
      }),
    ]);
  });

  it('never have their secrets shown', async () => {
    const content = `global:\n  identity:\n    auth:\n      identity:\n        existingSecret: ${SECRET}\n`;
    const compared = await portal.guest.post(`${path}/config-comparisons`, {
      format: 'helm',
      content,
      camundaVersion: '8.7',
    });
    expect(compared.status).toBe(200);
    expect(compared.body.findings).toContainEqual(
      expect.objectContaining({
        code: 'config.literal-secret',
        evidence: {
          key: 'global.identity.auth.identity.existingSecret',
          line: 5,
        },
      }),
    );
    const upgraded = await portal.guest.post('/config-upgrades', {
      from: '8.7',
      to: '8.8',
      content,
    });
    expect(upgraded.status).toBe(200);
    expect(upgraded.body.changes).toContainEqual(
      expect.objectContaining({ kind: 'meaning', line: 5 }),
    );
    for (const { text } of [compared, upgraded])
      expect(text).not.toContain(SECRET);
  });

  it('are refused with a reason in invalid requests', async () => {
    const broken = await portal.guest.post(`${path}/config-comparisons`, {
      format: 'helm',
      content: `a: 1\nb: [${SECRET}`,
    });
    expect(broken.status).toBe(400);
    expect(broken.body.error.message).toMatch(/^content: line \d: /);
    expect(broken.text).not.toContain(SECRET);
    for (const body of [
      {},
      { from: '8.8', to: '8.7', content: '' },
      { from: '8.4', to: '8.7', content: '' },
    ])
      expect((await portal.guest.post('/config-upgrades', body)).status).toBe(
        400,
      );
    expect(
      (
        await portal.guest.post('/connections/none/config-comparisons', {
          format: 'helm',
          content: '',
        })
      ).status,
    ).toBe(404);
  });
});
