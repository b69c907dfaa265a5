import { testDatabases } from '../__testUtils__/databases';
import { newRecord, startPortal } from '../__testUtils__/portal';

jest.setTimeout(120_000);

const databases = testDatabases();
const WRITERS = 200;
const RECORDS = 20;

describe.each(databases.eachSupportedId())('many writers on %s', id => {
  it('do not lose updates', async () => {
    const knex = await databases.init(id);
    const portal = await startPortal({ knex });
    try {
      const records: Array<{ id: string; etag: string }> = [];
      for (let n = 0; n < RECORDS; n += 1) {
        const { body } = await portal.guest.post(
          '/connections',
          newRecord({ name: `c-${n}` }),
        );
        records.push(body);
      }
      // Every writer retries until it has added its own user to the record.
      let lost = 0;
      const write = async (writer: number) => {
        const { id: key } = records[writer % RECORDS];
        for (;;) {
          const { body } = await portal.guest.get(`/connections/${key}`);
          const description = [body.description, `w${writer}`]
            .filter(Boolean)
            .join(' ');
          const { status } = await portal.guest.patch(
            `/connections/${key}`,
            `"${body.etag}"`,
            { description },
          );
          if (status === 200) return;
          expect(status).toBe(412);
          lost += 1;
        }
      };
      await Promise.all(Array.from({ length: WRITERS }, (_, n) => write(n)));
      expect(lost).toBeGreaterThan(0);
      const { body: list } = await portal.guest.get('/connections?limit=200');
      const written = list.items.flatMap(({ description }: any) =>
        description.split(' '),
      );
      expect(written.sort()).toEqual(
        Array.from({ length: WRITERS }, (_, n) => `w${n}`).sort(),
      );

      // All at once with the same etag: one wins.
      const [{ id: one }] = records;
      const { etag } = (await portal.guest.get(`/connections/${one}`)).body;
      const answers = await Promise.all(
        Array.from({ length: WRITERS / RECORDS }, (_, n) =>
          portal.guest.patch(`/connections/${one}`, etag, { title: `T${n}` }),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([
        200,
        ...Array(WRITERS / RECORDS - 1).fill(412),
      ]);
    } finally {
      await portal.stop();
      await knex.destroy();
    }
  });
});
