import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { CheckInput } from 'backstage-plugin-camunda-identity-node';

/** The provider in a process of its own. */
export async function startProvider() {
  const child = fork(join(__dirname, 'provider.ts'), {
    execArgv: ['--import', 'tsx'],
  });
  const origin = await new Promise<string>((done, fail) => {
    child.once('message', message => done(String(message)));
    child.once('exit', code =>
      fail(new Error(`The provider ended with code ${code}`)),
    );
  });
  const control = async (query = '') =>
    (await (await fetch(`${origin}/control${query}`)).json()) as Record<
      string,
      number
    >;
  return {
    issuer: (number = 0) => `${origin}/t/${number}`,
    /** Below which the components of that issuer run. */
    running: (number = 0) => `${origin}/c/${number}`,
    /** Milliseconds between request and answer. */
    delay: (ms: number) => control(`?delay=${ms}`),
    /** Requests since the last call, by what was asked. */
    asked: () => control(),
    stop: () => child.disconnect(),
  };
}

const SECRET_CLIENTS = [
  'identity',
  'operate',
  'tasklist',
  'optimize',
  'zeebe',
  'connectors',
] as const;

const base = (name: string, at?: string) => ({
  url: at ? `${at}/${name}` : `https://${name}.payments.example.com`,
  clientId: name,
  audience: `${name}-api`,
});

/** Client ID and secret of the six clients with a secret. */
export const CREDENTIALS = SECRET_CLIENTS.map(key => ({
  clientId: key,
  secret: `bench-${key}-secret`,
}));

/**
 * A record with eight clients: six secrets, and six that people sign in to.
 *
 * @param running - below which four components run
 */
export function record(issuer: string, running?: string): CheckInput {
  return {
    camundaVersion: '8.7',
    provider: { type: 'GENERIC', issuer },
    components: {
      identity: base('identity', running),
      operate: base('operate', running),
      tasklist: base('tasklist', running),
      optimize: base('optimize', running),
      console: base('console'),
      webModeler: {
        url: 'https://modeler.payments.example.com',
        ui: { clientId: 'modeler' },
        api: { audience: 'modeler-api' },
      },
      zeebe: { clientId: 'zeebe', audience: 'zeebe-api' },
      connectors: {
        mode: 'outbound',
        clientId: 'connectors',
        audience: 'connectors-api',
      },
    } as CheckInput['components'],
    secrets: Object.fromEntries(
      SECRET_CLIENTS.map(key => [key, `bench-${key}-secret`]),
    ),
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
