import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { mockCredentials } from '@backstage/backend-test-utils';
import type { Express } from 'express';
import request from 'supertest';
import type { Outcome, Target } from '../__testUtils__/clients/outcome';
import { testDatabases } from '../__testUtils__/databases';
import { startIssuers, type Issuers } from '../__testUtils__/issuers';
import { startPortal, type Portal } from '../__testUtils__/portal';

/*
 * Clients that other people's generators make of the document that the running product answers: each compiles
 * with code that somebody would write, and calls the product.
 */

jest.setTimeout(240_000);

const ROOT = resolve(__dirname, '../../../..');
const execute = promisify(execFile);

/** The command of a package of this repository. */
const bin = (name: string, file: string) =>
  join(ROOT, 'node_modules', name, file);

const databases = testDatabases();
const databaseId = databases.eachSupportedId()[0][0];

let portal: Portal;
let issuers: Issuers;
let destroy: () => Promise<void>;
let folder: string;
let baseUrl: string;

async function node(...args: string[]): Promise<string> {
  const { stdout } = await execute(process.execPath, args, {
    cwd: folder,
    maxBuffer: 16 * 1024 * 1024,
  }).catch(error => {
    // What compilers say, they say on either.
    throw new Error(`${args[0]}: ${error.stdout}\n${error.stderr}`);
  });
  return stdout;
}

beforeAll(async () => {
  const knex = await databases.init(databaseId);
  issuers = await startIssuers();
  portal = await startPortal({ knex });
  destroy = () => knex.destroy();
  baseUrl = `http://localhost:${portal.server.port()}/api/camunda-identity`;

  // Inside of the repository, so that imports find its packages.
  mkdirSync(join(ROOT, '.data'), { recursive: true });
  folder = mkdtempSync(join(ROOT, '.data', 'clients-'));
  cpSync(join(__dirname, '../__testUtils__/clients'), folder, {
    recursive: true,
  });
  const { text } = await request(portal.server as unknown as Express).get(
    '/api/camunda-identity/openapi.json',
  );
  writeFileSync(join(folder, 'openapi.json'), text);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await portal.stop();
  await issuers.stop();
  await destroy();
});

it('clients of three generators compile and do what the API does', async () => {
  const document = join(folder, 'openapi.json');
  const generated = join(folder, 'generated');
  writeFileSync(
    join(folder, 'orval.config.cjs'),
    `module.exports = ${JSON.stringify({
      portal: {
        input: { target: document },
        output: {
          mode: 'split',
          client: 'fetch',
          headers: true,
          baseUrl,
          target: join(generated, 'orval/portal.ts'),
        },
      },
    })};`,
  );
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        ...{ strict: true, noEmit: true, skipLibCheck: true },
        ...{ target: 'es2022', module: 'esnext', moduleResolution: 'bundler' },
        lib: ['es2022', 'dom', 'dom.iterable'],
        types: ['node'],
      },
      include: ['*.ts', 'generated'],
    }),
  );
  await Promise.all([
    node(
      bin('openapi-typescript', 'bin/cli.js'),
      ...[document, '-o', join(generated, 'openapi-typescript.ts')],
    ),
    node(
      bin('@hey-api/openapi-ts', 'bin/run.js'),
      ...['-i', document, '-o', join(generated, 'hey-api')],
    ),
    node(
      bin('orval', 'dist/bin/orval.mjs'),
      ...['--config', join(folder, 'orval.config.cjs')],
    ),
  ]);
  await node(bin('typescript', 'bin/tsc'), '-p', folder);

  for (const [index, client] of [
    'openapiTypescript',
    'heyApi',
    'orval',
  ].entries()) {
    const target: Target = {
      baseUrl,
      authorization: mockCredentials.user.header('user:default/guest'),
      issuer: issuers.url('a'),
    };
    const outcome: Outcome = JSON.parse(
      await node(
        ...['--import', 'tsx', 'main.ts'],
        ...[client, JSON.stringify(target)],
      ),
    );
    expect([client, outcome]).toEqual([
      client,
      {
        created: expect.any(String),
        listed: expect.arrayContaining([outcome.created]),
        clientId: 'camunda-identity',
        audience: 'changed',
        stale: { status: 412, name: 'PreconditionFailedError' },
        check: {
          status: expect.stringMatching(/^(pass|warn|fail)$/),
          codes: expect.arrayContaining(['discovery.document']),
        },
        kept: expect.any(String),
        missing: {
          status: 404,
          name: 'NotFoundError',
          message: expect.stringMatching(/./),
        },
        refused: {
          status: 400,
          message: expect.stringMatching(/^provider\.issuer: /),
        },
      },
    ]);
    expect(outcome.listed).toHaveLength(index + 1);
  }
});
