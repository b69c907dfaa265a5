import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  ServiceFactoryTester,
} from '@backstage/backend-test-utils';
import {
  camundaIdentityServiceRef,
  type CamundaIdentityService,
} from 'backstage-plugin-camunda-identity-node';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Agent, fetch as undiciFetch } from 'undici';
import type { ActionOptions } from '../createClient';

interface Answer {
  status?: number;
  body?: unknown;
}

/** Gets the service as a plugin does. */
const client = createServiceFactory({
  service: createServiceRef<CamundaIdentityService>({ id: 'test' }),
  deps: { camundaIdentity: camundaIdentityServiceRef },
  factory: ({ camundaIdentity }) => camundaIdentity,
});

/** An HTTP server in the place of the API: it writes down what it is asked, and answers what a test says. */
export class TestApi {
  calls: Array<{ method: string; url: string; auth?: string; body?: any }> = [];
  /** By method and path; a list is answered one after the other. */
  answers: Record<string, Answer | Answer[]> = {};
  options!: ActionOptions;
  readonly #server: Server;
  readonly #agent = new Agent();
  readonly #fetch = global.fetch;

  constructor() {
    this.#server = createServer((req, res) => {
      let text = '';
      req.on('data', chunk => {
        text += chunk;
      });
      req.on('end', () => {
        const url = req.url ?? '';
        this.calls.push({
          method: req.method ?? '',
          url,
          auth: req.headers.authorization,
          body: text ? JSON.parse(text) : undefined,
        });
        const { status = 200, body } = this.#answer(
          `${req.method} ${url.split('?')[0]}`,
        );
        if (req.headers.accept?.includes('event-stream') && status < 300) {
          res.writeHead(status, { 'Content-Type': 'text/event-stream' });
          const send = (event: string, data: unknown) =>
            res.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
          const { findings } = body as { findings: Array<{ code: string }> };
          send('plan', { codes: findings.map(({ code }) => code) });
          for (const finding of findings) send('finding', finding);
          send('report', body);
          res.end();
          return;
        }
        res.writeHead(status, { 'Content-Type': 'application/json' });
        res.end(body === undefined ? '' : JSON.stringify(body));
      });
    });
  }

  #answer(key: string): Answer {
    const found = this.answers[key];
    const list = Array.isArray(found) ? found : [found];
    const next = list.length > 1 ? list.shift() : list[0];
    return (
      next ?? {
        status: 404,
        body: { error: { name: 'NotFoundError', message: 'no' } },
      }
    );
  }

  async start(): Promise<void> {
    await new Promise<void>(done => this.#server.listen(0, '127.0.0.1', done));
    const { port } = this.#server.address() as AddressInfo;
    // The test set-up keeps fetch from the network; this API is the test's own.
    global.fetch = ((input: any, init: any) =>
      undiciFetch(input, { ...init, dispatcher: this.#agent })) as never;
    const tester = ServiceFactoryTester.from(client, {
      dependencies: [
        mockServices.auth.factory(),
        mockServices.discovery.mock({
          getBaseUrl: async () => `http://127.0.0.1:${port}`,
        }).factory,
        mockServices.rootConfig.factory({
          data: {
            camundaIdentity: {
              microsoft: {
                clouds: {
                  local: {
                    title: 'Local',
                    loginBaseUrl: 'https://login.example.com',
                  },
                },
              },
            },
          },
        }),
      ],
    });
    this.options = { camundaIdentity: await tester.getSubject('scaffolder') };
  }

  async stop(): Promise<void> {
    global.fetch = this.#fetch;
    this.#server.closeAllConnections();
    await new Promise(done => this.#server.close(done));
    await this.#agent.close();
  }
}
