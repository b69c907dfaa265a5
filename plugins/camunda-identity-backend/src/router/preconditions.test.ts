import type { Knex } from 'knex';
import { randomBytes } from 'node:crypto';
import { testDatabases } from '../__testUtils__/databases';
import { newRecord, startPortal, type Portal } from '../__testUtils__/portal';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('conditions, on %s', id => {
  let portal: Portal;
  let knex: Knex;
  let path: string;
  let etag: string;

  beforeEach(async () => {
    knex = await databases.init(id);
    portal = await startPortal({
      knex,
      config: {
        secrets: {
          keys: [{ id: 'k', value: randomBytes(32).toString('base64') }],
        },
      },
    });
    const { body } = await portal.guest.post('/connections', newRecord());
    path = `/connections/${body.id}`;
    etag = body.etag;
  });
  afterEach(async () => {
    await portal.stop();
    await knex.destroy();
  });

  const patch = (condition: string, title = 'T') =>
    portal.guest.patch(path, condition, { title });

  it('are lists of strong tags', async () => {
    for (const [condition, status] of [
      [`W/"${etag}"`, 412],
      ['"*"', 412],
      ['"other", W/"other"', 412],
      [`"other", "${etag}"`, 200],
      ['*', 200],
    ] as const)
      expect([condition, (await patch(condition)).status]).toEqual([
        condition,
        status,
      ]);
    expect((await patch(`"${etag}"`)).status).toBe(412);
    expect((await portal.guest.delete(path, `W/"${etag}"`)).status).toBe(412);
    expect((await portal.guest.delete(path, '*')).status).toBe(204);
  });

  it('are evaluated where optional: for secrets and the initial claim', async () => {
    const secret = `${path}/clients/zeebe/secret`;
    const send: Record<string, (condition: string) => PromiseLike<any>> = {
      put: condition =>
        portal.guest
          .put(secret, { value: 'correct-horse-1' })
          .set('If-Match', condition),
      'put next': condition =>
        portal.guest
          .put(secret, { value: 'correct-horse-2', slot: 'next' })
          .set('If-Match', condition),
      promote: condition =>
        portal.guest.post(`${secret}/promote`).set('If-Match', condition),
      delete: condition =>
        portal.guest.delete(secret).set('If-Match', condition),
      set: condition =>
        portal.guest
          .post(`${path}/initial-claim/set`)
          .set('If-Match', condition),
      change: condition =>
        portal.guest
          .post(`${path}/initial-claim/changes`, {
            name: 'email',
            value: 'ada@example.com',
            changedInDatabase: true,
            reason: 'r',
          })
          .set('If-Match', condition),
      reset: condition =>
        portal.guest
          .post(`${path}/initial-claim/reset`, {
            databaseRecreated: true,
            reason: 'r',
          })
          .set('If-Match', condition),
    };
    const old = etag;
    await patch('*');
    for (const [what, call] of Object.entries(send)) {
      const { body } = await portal.guest.get(path);
      for (const condition of [`"${old}"`, `W/"${body.etag}"`])
        expect([what, (await call(condition)).status]).toEqual([what, 412]);
      expect((await portal.guest.get(path)).body).toEqual(body);
      const answer = await call(`"other", "${body.etag}"`);
      expect([what, answer.status < 300]).toEqual([what, true]);
    }
  });

  it('may be absent, so that concurrent writers succeed', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        n % 2
          ? patch('*', `T${n}`)
          : portal.guest.put(`${path}/clients/zeebe/secret`, {
              value: `correct-horse-${n}`,
            }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(
      answers.map((_, n) => (n % 2 ? 200 : 204)),
    );
    // A write that names a revision still has to be the first.
    const { body } = await portal.guest.get(path);
    const conditional = await Promise.all(
      [1, 2, 3].map(n => patch(`"${body.etag}"`, `U${n}`)),
    );
    expect(conditional.map(({ status }) => status).sort()).toEqual([
      200, 412, 412,
    ]);
  });
});
