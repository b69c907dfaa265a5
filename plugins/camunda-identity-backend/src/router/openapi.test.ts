import { createConfig, lintFromString } from '@redocly/openapi-core';
import {
  Document,
  Spectral,
  type RulesetDefinition,
} from '@stoplight/spectral-core';
import * as Parsers from '@stoplight/spectral-parsers';
import { oas } from '@stoplight/spectral-rulesets';
import express from 'express';
import request from 'supertest';
import type { z } from 'zod';
import {
  answers,
  createOpenApiDocument,
  ROUTES,
} from 'backstage-plugin-camunda-identity-common/openapi';
import { testDatabases } from '../__testUtils__/databases';
import { newRecord, startPortal, type Portal } from '../__testUtils__/portal';
import { startIssuers, type Issuers } from '../__testUtils__/issuers';
import { createRouter } from './createRouter';

jest.setTimeout(60_000);

/** Every string schema with its position. */
function stringsOf(
  value: unknown,
  at = '',
): Array<{ at: string; schema: { format?: string } }> {
  if (typeof value !== 'object' || value === null) return [];
  const isText = (value as { type?: unknown }).type === 'string';
  return [
    ...(isText ? [{ at, schema: value }] : []),
    ...Object.entries(value).flatMap(([name, member]) =>
      stringsOf(member, `${at}/${name}`),
    ),
  ];
}

describe('the OpenAPI document', () => {
  it('passes the recommended rules of public linters', async () => {
    const config = await createConfig({
      extends: ['recommended-strict'],
      rules: {
        // GET /v1/connections/by-name/{name} is not a report "by-name": ids are UUIDs.
        'no-ambiguous-paths': 'off',
      },
    });
    const problems = await lintFromString({
      source: JSON.stringify(createOpenApiDocument()),
      absoluteRef: 'openapi.json',
      config,
    });
    // A returning browser is always redirected, with neither 2XX nor 4XX.
    const isCallback = (pointer = '') =>
      pointer.includes('login-tests~1callback');
    expect(
      problems
        .filter(
          ({ ruleId, location }) =>
            !/^operation-[24]xx-response$/.test(ruleId) ||
            !isCallback(location[0]?.pointer),
        )
        .map(
          ({ ruleId, message, location }) =>
            `${ruleId}: ${message} ${location[0]?.pointer}`,
        ),
    ).toEqual([]);
  });

  it('passes another public linter', async () => {
    const spectral = new Spectral();
    spectral.setRuleset({
      extends: [[oas as RulesetDefinition, 'recommended']],
    });
    const problems = await spectral.run(
      new Document(
        JSON.stringify(createOpenApiDocument()),
        Parsers.Json,
        'openapi.json',
      ),
    );
    expect(
      problems.map(
        ({ code, message, path }) => `${code}: ${message} ${path.join('/')}`,
      ),
    ).toEqual([]);
  });

  it('describes every operation and parameter, and marks URLs', () => {
    const { paths, components } = createOpenApiDocument();
    const operations = Object.values(paths).flatMap(
      methods => Object.values(methods) as any[],
    );
    const described = operations.flatMap(
      ({ parameters = [], ...operation }) => [operation, ...parameters],
    );
    expect(described.length).toBeGreaterThan(60);
    expect(
      described.filter(({ description }) => !/\w{3}/.test(description)),
    ).toEqual([]);
    const urls = stringsOf(components.schemas).filter(({ at }) =>
      /(url|uris?|issuer)(\/items)?$/i.test(at),
    );
    expect(urls.length).toBeGreaterThan(30);
    expect(urls.filter(({ schema }) => schema.format !== 'uri')).toEqual([]);
  });

  it('describes exactly the existing routes', () => {
    const nothing = {} as never;
    const router = createRouter({
      httpAuth: nothing,
      callers: nothing,
      logger: nothing,
      connections: nothing,
      checks: nothing,
      secrets: nothing,
      files: nothing,
      audit: (_req, _res, next) => next(),
      providers: { clouds: {} },
      presets: [],
      findings: [],
      registrations: nothing,
      logins: nothing,
      receiver: nothing,
      appUrl: '',
    });
    const routes = router.stack.flatMap(({ route }: any) =>
      route
        ? Object.keys(route.methods).map(method => `${method} ${route.path}`)
        : [],
    );
    expect(routes.length).toBeGreaterThan(15);
    expect(
      Object.values(ROUTES)
        .map(({ method, path }) => `${method} ${path}`)
        .sort(),
    ).toEqual([...routes].sort());
  });
});

const databases = testDatabases();

describe.each(databases.eachSupportedId())('answers on %s', id => {
  let portal: Portal;
  let issuers: Issuers;
  let destroy: () => Promise<void>;

  beforeAll(async () => {
    const knex = await databases.init(id);
    issuers = await startIssuers();
    portal = await startPortal({
      knex,
      config: {
        presets: [
          {
            name: 'company',
            title: 'Company Keycloak',
            provider: {
              type: 'GENERIC',
              issuer: 'https://idp.example.com/realms/company',
            },
          },
        ],
      },
    });
    destroy = () => knex.destroy();
  });
  afterAll(async () => {
    await portal.stop();
    await issuers.stop();
    await destroy();
  });

  it('match the document', async () => {
    const held = (schema: z.ZodType, { status, body }: request.Response) => {
      expect(status).toBeLessThan(300);
      expect(schema.safeParse(body).error?.issues).toBeUndefined();
      return body;
    };
    const created = held(
      answers.connectionAnswer,
      await portal.guest.post(
        '/connections',
        newRecord({ provider: { type: 'GENERIC', issuer: issuers.url('a') } }),
      ),
    );
    const path = `/connections/${created.id}`;
    const report = held(
      answers.reportAnswer,
      await portal.guest.post(`${path}/checks`),
    );
    held(
      answers.reportAnswer,
      await portal.guest.get(`${path}/checks/${report.id}`),
    );
    held(answers.reportPageAnswer, await portal.guest.get(`${path}/checks`));
    for (const who of [portal.guest, portal.oskar])
      held(
        answers.connectionPageAnswer,
        await who.get('/connections?count=true'),
      );
    held(
      answers.configAnswer,
      await portal.guest.get(`${path}/config?format=helm`),
    );
    held(
      answers.connectionAnswer,
      await portal.guest.post(`${path}/initial-claim/set`),
    );
    for (const who of [portal.guest, portal.oskar])
      held(
        answers.claimChangesAnswer,
        await who.get(`${path}/initial-claim/changes`),
      );
    held(answers.camundaFactsAnswer, await portal.guest.get('/camunda/8.7'));
    held(answers.findingsAnswer, await portal.guest.get('/findings'));
    const presets = held(
      answers.presetsAnswer,
      await portal.guest.get('/provider-presets'),
    );
    expect(presets.items).toEqual([
      expect.objectContaining({
        name: 'company',
        providerSummary: expect.objectContaining({
          profile: 'keycloak',
          issuer: 'https://idp.example.com/realms/company',
        }),
      }),
    ]);
    expect((await portal.nobody.get('/provider-presets')).status).toBe(401);
    const refused = await portal.guest.get('/connections/nope');
    expect(answers.errorAnswer.safeParse(refused.body).success).toBe(true);
  });

  it('include the document itself, for signed-in users', async () => {
    const url = '/api/camunda-identity/openapi.json';
    const app = request(portal.server as unknown as express.Express);
    const { status, body } = await app.get(url);
    expect(status).toBe(200);
    expect(body.openapi).toBe('3.1.0');
    const limits = body.paths['/v1/connections'].get.parameters.find(
      ({ name }: { name: string }) => name === 'limit',
    );
    expect(limits.schema).toMatchObject({ minimum: 1, maximum: 200 });
    expect(
      (await app.get(url).set('Authorization', 'Bearer mock-none-token'))
        .status,
    ).toBe(401);
  });
});
