import { mockCredentials } from '@backstage/backend-test-utils';
import {
  operationsOf,
  ROUTES,
  type Operation,
} from 'backstage-plugin-camunda-identity-common/openapi';
import type { Knex } from 'knex';
import request from 'supertest';
import { z } from 'zod';
import { testDatabases } from '../__testUtils__/databases';
import { newRecord, startPortal, type Portal } from '../__testUtils__/portal';

jest.setTimeout(60_000);

/** A pasted secret; one that looks like a name; one instead of a URL. */
const SECRETS = ['Zx9~S3cret.Value', 'zx9s3cret', 'https://zx9s3cret:p@a b'];
const ECHO = /zx9/i;
const GUEST = mockCredentials.user.header('user:default/guest');

const [id] = testDatabases().eachSupportedId()[0];
const databases = testDatabases();

/** Names of an operation's query parameters or body members. */
function namesOf(schema: z.ZodType | undefined): string[] {
  if (!schema) return [];
  const { properties } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
  });
  return Object.keys(properties ?? {});
}

describe('error messages', () => {
  let knex: Knex;
  let portal: Portal;
  let record: string;

  beforeAll(async () => {
    knex = await databases.init(id);
    portal = await startPortal({ knex });
    const { body } = await portal.guest.post('/connections', newRecord());
    record = body.id;
  });
  afterAll(async () => {
    await portal.stop();
    await knex.destroy();
  });

  const operations = Object.entries(operationsOf({ clouds: ['global'] }));

  it.each(operations as Array<[keyof typeof ROUTES, Operation]>)(
    'do not echo input: %s',
    async (name, operation) => {
      const { method, path } = ROUTES[name];
      const query = namesOf(operation.query);
      const members = namesOf(operation.body?.schema);
      const valid = path.replace(':id', record);
      let refused = 0;
      for (const secret of SECRETS) {
        const text = encodeURIComponent(secret);
        const calls: Array<[string, object | undefined]> = [
          [path.replace(/:\w+/g, text), undefined],
          ...query.map(
            key =>
              [`${valid}?${key}=${text}`, undefined] as [string, undefined],
          ),
          ...members.flatMap(key =>
            [secret, { value: secret }, [secret]].map(
              value => [valid, { [key]: value }] as [string, object],
            ),
          ),
          [valid, { '{': secret }],
        ];
        for (const [url, body] of calls) {
          const test = request(portal.server)
            [method](`/api/camunda-identity${url}`)
            .set('Authorization', GUEST)
            .set('If-Match', secret);
          const answer = await (body
            ? test.redirects(0).send(body)
            : test.redirects(0));
          if (answer.status < 300) continue;
          refused += 1;
          // Backstage adds the called address to errors. A browser is redirected to a page.
          const error = answer.body.error ?? answer.headers.location;
          expect({ url, body, echo: ECHO.test(JSON.stringify(error)) }).toEqual(
            { url, body, echo: false },
          );
          expect(answer.status).toBeLessThan(500);
        }
      }
      const takesInput =
        path.includes(':') || query.length + members.length > 0;
      expect({ takesInput, refused: refused > 0 || !takesInput }).toEqual({
        takesInput,
        refused: true,
      });
    },
  );

  it.each([
    'text/plain; charset=zx9',
    'zx9s3cret',
    'application/json; charset=zx9',
  ])('do not echo the header Content-Type: %s', async type => {
    const { status, body } = await request(portal.server)
      .post('/api/camunda-identity/v1/connections')
      .set('Authorization', GUEST)
      .set('Content-Type', type)
      .send('zx9 {');
    expect(status).toBe(400);
    expect(JSON.stringify(body.error)).not.toMatch(ECHO);
  });
});
