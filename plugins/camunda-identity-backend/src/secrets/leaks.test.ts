import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockCredentials } from '@backstage/backend-test-utils';
import Knex from 'knex';
import request from 'supertest';
import { testDatabases } from '../__testUtils__/databases';
import { newRecord, startPortal } from '../__testUtils__/portal';
import { recordingServices } from '../__testUtils__/recordingServices';

jest.setTimeout(60_000);

const databases = testDatabases();

/** Made of characters that encodings change. */
const SECRETS = {
  stored: 'St0red secret/+=%&"\\ü-1',
  next: 'N3xt secret/+=%&"\\ü-2',
  wrong: 'Wr0ng secret/+=%&"\\ü-3',
  given: 'G1ven secret/+=%&"\\ü-4',
  draft: 'Dr4ft secret/+=%&"\\ü-5',
  refused: 'R3fused secret/+=%&"\\ü-6',
};
const CLAIM = '7f3c1d52-1111-4222-8333-944455556666';

/** Every form in which a secret could leak. */
function formsOf(secret: string): string[] {
  return [
    secret,
    encodeURIComponent(secret),
    encodeURIComponent(secret).replace(/%20/g, '+'),
    new URLSearchParams({ s: secret }).toString().slice(2),
    JSON.stringify(secret).slice(1, -1),
    JSON.stringify(JSON.stringify(secret)).slice(3, -3),
    Buffer.from(secret).toString('base64').slice(0, -4),
    Buffer.from(secret).toString('hex'),
  ];
}

async function readBody(req: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of req) text += chunk;
  return text;
}

/**
 * Refuses every secret, and repeats it in every form: in its answers, and from then on in its discovery
 * document, where nothing expects it.
 */
async function startEcho() {
  let last = '';
  const server: Server = createServer(async (req, res) => {
    const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
    res.setHeader('Content-Type', 'application/json');
    if (req.url?.includes('.well-known'))
      return res.end(
        JSON.stringify({
          issuer: origin,
          authorization_endpoint: `${origin}/auth/${encodeURIComponent(last)}`,
          end_session_endpoint: `${origin}/${encodeURIComponent(last)}`,
          scopes_supported: ['openid', last],
          token_endpoint: `${origin}/token`,
          jwks_uri: `${origin}/jwks`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
        }),
      );
    if (req.url !== '/token') return res.end('{"keys":[]}');
    const body = await readBody(req);
    const basic = Buffer.from(
      req.headers.authorization?.split(' ')[1] ?? '',
      'base64',
    ).toString();
    const plain = new URLSearchParams(`s=${basic.split(':')[1] ?? ''}`).get(
      's',
    );
    last = plain || (new URLSearchParams(body).get('client_secret') ?? last);
    res.statusCode = 401;
    return res.end(
      JSON.stringify({
        error: 'invalid_client',
        error_description: `${plain} ${basic} ${body} ${new URLSearchParams(
          body,
        ).get('client_secret')} ${Buffer.from(plain ?? '').toString('base64')}`,
      }),
    );
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  return {
    issuer: `http://localhost:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.closeAllConnections();
      return new Promise(done => server.close(done));
    },
  };
}

async function everyRow(knex: Knex.Knex): Promise<string> {
  const names: Array<{ name: string }> =
    knex.client.config.client === 'pg'
      ? await knex('information_schema.tables')
          .where({ table_schema: 'public' })
          .select({ name: 'table_name' })
      : await knex('sqlite_master').where({ type: 'table' }).select('name');
  const rows = await Promise.all(names.map(({ name }) => knex(name)));
  return JSON.stringify(rows);
}

describe.each([...databases.eachSupportedId().flat(), 'a SQLite file'])(
  'a whole run on %s',
  id => {
    it('leaves no secret anywhere', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'camunda-identity-'));
      const knex =
        id === 'a SQLite file'
          ? Knex({
              client: 'better-sqlite3',
              connection: { filename: join(folder, 'db.sqlite') },
              useNullAsDefault: true,
            })
          : await databases.init(id as never);
      const { logged, notified, published, features } = recordingServices();
      const echo = await startEcho();
      const answers: string[] = [];
      const portal = await startPortal({
        knex,
        features,
        config: {
          secrets: {
            keys: [{ id: 'k', value: Buffer.alloc(32, 9).toString('base64') }],
          },
        },
      });
      const keep = async (call: PromiseLike<request.Response>) => {
        const answer = await call;
        answers.push(JSON.stringify([answer.headers, answer.text]));
        return answer;
      };
      const { guest } = portal;
      const provider = { type: 'GENERIC', issuer: echo.issuer };
      const { body } = await keep(
        guest.post('/connections', newRecord({ provider })),
      );
      const path = `/connections/${body.id}`;
      const secret = (client: string) => `${path}/clients/${client}/secret`;
      const soon = new Date(Date.now() + 86_400_000 * 5).toISOString();
      const put = (client: string, value: string, extra: object = {}) =>
        keep(guest.put(secret(client), { value, ...extra }));

      expect(
        (await put('zeebe', SECRETS.stored, { expiresAt: soon })).status,
      ).toBe(204);
      await put('zeebe', SECRETS.next, { slot: 'next', expiresAt: soon });
      await put('identity', SECRETS.wrong);
      for (const check of [
        await keep(guest.post(`${path}/checks`)),
        await keep(
          guest.post(`${path}/checks`, { secrets: { zeebe: SECRETS.given } }),
        ),
        await keep(
          guest
            .post(`${path}/checks`, { secrets: { identity: SECRETS.given } })
            .set('Accept', 'text/event-stream'),
        ),
        await keep(
          guest.post('/provider-checks', {
            provider,
            components: newRecord().components,
            secrets: { zeebe: SECRETS.draft },
          }),
        ),
      ]) {
        // The provider did answer, and did repeat the secret.
        expect(check.text).toContain('«secret»');
        expect(check.text).toContain('invalid_client');
      }
      await keep(guest.post(`${secret('zeebe')}/promote`));

      // Refused input is not repeated either.
      const { refused } = SECRETS;
      for (const call of [
        put('zeebe', refused, { slot: 'third' }),
        put('zeebe', refused, { [refused]: 1 }),
        put('operate', refused),
        keep(guest.put(secret('zeebe'), { value: [refused] })),
        keep(portal.oskar.put(secret('zeebe'), { value: refused })),
        keep(portal.service.put(secret('zeebe'), { value: refused })),
        keep(
          guest
            .put(secret('zeebe'))
            .set('Content-Type', 'application/json')
            .send(`{"value": ${JSON.stringify(refused)}`),
        ),
        keep(
          guest
            .put(secret('zeebe'))
            .set('Content-Type', 'text/plain')
            .send(refused),
        ),
        keep(
          guest.post('/connections', {
            ...newRecord({ name: 'literal' }),
            components: {
              identity: { ...newRecord().components.identity, secret: refused },
            },
          }),
        ),
        keep(guest.post(`${path}/checks`, { secrets: { operate: refused } })),
        keep(guest.post(`${path}/checks`, { secrets: { zeebe: [refused] } })),
      ])
        expect((await call).status).toBeGreaterThanOrEqual(400);

      // Every readable endpoint.
      for (const read of [
        path,
        '/connections?count=true',
        `${path}/checks`,
        `${path}/config?format=helm`,
        `${path}/config?format=env`,
        `${path}/initial-claim/changes`,
      ])
        await keep(guest.get(read));
      const { body: reports } = await keep(guest.get(`${path}/checks`));
      for (const report of reports.items)
        await keep(guest.get(`${path}/checks/${report.id}`));

      const tasks = `/api/camunda-identity/.backstage/scheduler/v1/tasks`;
      const asGuest = mockCredentials.user.header('user:default/guest');
      await knex('stored_secrets').update({ result: '', asked_at: '' });
      await knex('check_schedule').update({ due_at: '' });
      for (const task of ['secret-keys', 'secret-expiry', 'checks'])
        expect(
          (
            await keep(
              request(portal.server)
                .post(`${tasks}/camunda-identity-${task}/trigger`)
                .set('Authorization', asGuest),
            )
          ).status,
        ).toBe(200);
      for (let n = 0; n < 200 && notified.length === 0; n += 1)
        await new Promise(done => setTimeout(done, 100));
      expect(notified.length).toBeGreaterThan(0);
      // The schedule has sent the stored secrets too.
      let scheduled: string | undefined;
      for (let n = 0; n < 200 && !scheduled; n += 1) {
        await new Promise(done => setTimeout(done, 100));
        const row = await knex('check_reports')
          .where({ trigger: 'schedule' })
          .first('findings');
        scheduled = row?.findings;
      }
      expect(scheduled).toContain('«secret»');
      await keep(
        request(portal.server).get(tasks).set('Authorization', asGuest),
      );
      const rows = await everyRow(knex);

      // The error of a failed statement contains its values.
      await knex.schema.dropTable('stored_secrets');
      const failed = await put('zeebe', refused);
      expect(failed.status).toBe(500);
      await knex.schema.dropTable('check_reports');
      await keep(guest.post('/connections', newRecord({ name: 'second' })));

      await portal.stop();
      await echo.stop();
      await knex.destroy();
      const files = readdirSync(folder).map(
        name =>
          [name, readFileSync(join(folder, name)).toString('latin1')] as const,
      );
      rmSync(folder, { recursive: true });
      expect(files.length > 0).toBe(id === 'a SQLite file');

      const audited = logged.filter(line =>
        line.includes('"isAuditEvent":true'),
      );
      expect(audited.join('\n')).toContain('secret-mutate');
      expect(audited.join('\n')).toContain('secret-use');
      const places = Object.entries({
        logs: logged.join('\n'),
        audit: audited.join('\n'),
        answers: answers.join('\n'),
        rows,
        notifications: notified.join('\n'),
        'events and signals': published.join('\n'),
        ...Object.fromEntries(files),
      });
      for (const [place, text] of places) {
        // The claim belongs in the record, and nowhere else.
        const forbidden = [
          'logs',
          'audit',
          'notifications',
          'events and signals',
        ].includes(place)
          ? { ...SECRETS, claim: CLAIM }
          : SECRETS;
        for (const [name, value] of Object.entries(forbidden))
          for (const form of formsOf(value))
            if (
              text.includes(form) ||
              text.includes(Buffer.from(form).toString('latin1'))
            )
              throw new Error(`${place} hold ${name} as ${form}`);
      }
    });
  },
);
