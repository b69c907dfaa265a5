import type { LoggerService } from '@backstage/backend-plugin-api';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type { Knex } from 'knex';
import { ExpiryNoticesStore } from '../store/ExpiryNoticesStore';
import { testDatabases } from '../__testUtils__/databases';
import { newRecord, startPortal, type Portal } from '../__testUtils__/portal';
import { DatabaseSecretsStore } from '../store/DatabaseSecretsStore';
import { noticeDue } from '../record/expiries';
import { ExpiryNotices } from './ExpiryNotices';

jest.setTimeout(60_000);

const databases = testDatabases();
const DAY = 86_400_000;
/** Expiry of the reference in the test record. */
const EXPIRY = Date.parse('2027-03-01T00:00:00Z');

it('finds the latest threshold that was reached', () => {
  const due = (days: number) =>
    noticeDue(new Date(EXPIRY).toISOString(), new Date(EXPIRY - days * DAY));
  expect([31, 30.001, 30, 15, 14, 8, 7, 2, 1, 0.5, 0, -100].map(due)).toEqual([
    undefined,
    undefined,
    30,
    30,
    14,
    14,
    7,
    7,
    1,
    1,
    0,
    0,
  ]);
});

describe.each(databases.eachSupportedId())('notices of expiry on %s', id => {
  let knex: Knex;
  let portal: Portal;
  let sent: NotificationSendOptions[];
  let warnings: string[];
  let broken: boolean;

  beforeEach(async () => {
    knex = await databases.init(id);
    sent = [];
    warnings = [];
    broken = false;
    portal = await startPortal({
      knex,
      config: {
        secrets: {
          keys: [{ id: 'k', value: Buffer.alloc(32, 1).toString('base64') }],
        },
      },
    });
  });
  afterEach(async () => {
    await portal.stop();
    await knex.destroy();
  });

  /** A run of one replica that many days before the expiry. */
  const run = (daysBefore: number) =>
    new ExpiryNotices({
      notices: new ExpiryNoticesStore(knex),
      secrets: new DatabaseSecretsStore(knex),
      notifications: {
        async send(options) {
          if (broken) throw new Error('cannot reach http://10.0.0.1/notify');
          sent.push(options);
        },
      },
      logger: {
        warn: (line: string) => warnings.push(line),
      } as unknown as LoggerService,
      now: () => new Date(EXPIRY - daysBefore * DAY),
    }).run();

  it('reach the owner at 30, 14, 7, 1 and 0 days, each once', async () => {
    const { body } = await portal.guest.post('/connections', newRecord());
    for (const days of [40, 31]) await run(days);
    expect(sent).toEqual([]);
    // Two replicas at the same time.
    for (const days of [30, 29.9, 14, 10, 7, 6, 1, 0.5, 0, -1, -50])
      await Promise.all([run(days), run(days)]);
    expect(sent).toHaveLength(5);
    expect(sent[0]).toEqual({
      recipients: { type: 'entity', entityRef: 'group:default/team-payments' },
      payload: expect.objectContaining({
        title:
          'payments-prod: the secret of Zeebe expires in 30 days or less (2027-03-01T00:00:00.000Z)',
        link: '/catalog/default/system/payments-camunda',
        severity: 'normal',
        scope: `camunda-identity:secret-expiry:${body.id}:zeebe:reference`,
      }),
    });
    expect(sent.map(({ payload }) => payload.title)).toEqual([
      expect.stringContaining('30 days'),
      expect.stringContaining('14 days'),
      expect.stringContaining('7 days'),
      expect.stringContaining('a day'),
      expect.stringContaining('has expired'),
    ]);
  });

  it('cover stored secrets, and start over when the date changes', async () => {
    const { body } = await portal.guest.post('/connections', newRecord());
    const put = (expiresAt: string) =>
      portal.guest.put(`/connections/${body.id}/clients/identity/secret`, {
        value: 's3cret',
        expiresAt,
      });
    await put('2027-02-01T00:00:00Z');
    await run(28);
    expect(sent.map(({ payload }) => payload.title).sort()).toEqual([
      expect.stringContaining('the secret of Zeebe expires in 30 days'),
      expect.stringContaining(
        'the stored secret of Management Identity has expired',
      ),
    ]);
    await put('2027-03-05T00:00:00Z');
    await run(28);
    expect(sent).toHaveLength(2);
    await run(20);
    expect(sent).toHaveLength(3);
    expect(sent[2].payload.title).toContain(
      'Management Identity expires in 30',
    );
  });

  it('are separate for a referenced, a stored and a next secret', async () => {
    const { body } = await portal.guest.post('/connections', newRecord());
    const path = `/connections/${body.id}`;
    const put = (slot: string, expiresAt: string) =>
      portal.guest.put(`${path}/clients/zeebe/secret`, {
        value: 's3cret',
        slot,
        expiresAt,
      });
    await put('current', '2027-03-25T00:00:00Z');
    await put('next', '2027-02-20T00:00:00Z');
    expect((await portal.guest.get(path)).body.secretsExpireAt).toBe(
      '2027-02-20T00:00:00.000Z',
    );
    await run(0);
    expect(
      sent.map(({ payload }) => payload.title.split(': ')[1]).sort(),
    ).toEqual([
      expect.stringMatching(/^the next stored secret of Zeebe has expired/),
      expect.stringMatching(/^the secret of Zeebe has expired/),
      expect.stringMatching(/^the stored secret of Zeebe expires in 30 days/),
    ]);
    expect(new Set(sent.map(({ payload }) => payload.scope)).size).toBe(3);
  });

  it('are tried again when they could not be sent', async () => {
    await portal.guest.post('/connections', newRecord());
    broken = true;
    await run(14);
    expect(warnings).toEqual([
      '1 notices of secrets that expire could not be sent; the next run tries again',
    ]);
    broken = false;
    await run(14);
    await run(14);
    expect(sent).toHaveLength(1);
  });
});
