import { createServer, type AddressInfo } from 'node:net';

/** What a portal listens on; `app-config.yaml` reads the same variables. */
const PORTS = {
  frontend: { variable: 'CAMUNDA_IDENTITY_FRONTEND_PORT', usual: 3000 },
  backend: { variable: 'CAMUNDA_IDENTITY_BACKEND_PORT', usual: 7007 },
  provider: { variable: 'CAMUNDA_IDENTITY_PROVIDER_PORT', usual: 9400 },
};

export type PortName = keyof typeof PORTS;
export type Ports = Record<PortName, number>;

const NAMES = Object.keys(PORTS) as PortName[];

/** How many ports above the usual one are tried before an error says how to choose. */
const TRIES = 50;

function listens(port: number, host: string): Promise<boolean> {
  return new Promise(done => {
    const server = createServer();
    // Anything else, such as a machine without IPv6, says nothing about the port.
    server.once('error', (error: NodeJS.ErrnoException) =>
      done(error.code === 'EADDRINUSE' || error.code === 'EACCES'),
    );
    server.listen({ port, host, ipv6Only: host === '::' }, () =>
      server.close(() => done(false)),
    );
  });
}

/** True when this process could listen on a port of this machine. */
export async function isPortFree(port: number): Promise<boolean> {
  for (const host of ['127.0.0.1', '0.0.0.0', '::'])
    if (await listens(port, host)) return false;
  return true;
}

/** A port that nobody listens on, chosen by the operating system. */
export async function anyFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function chosenPort(name: PortName): number | undefined {
  const { variable } = PORTS[name];
  const text = process.env[variable];
  if (!text) return undefined;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Error(`${variable} is no port: a number from 1 to 65535`);
  return port;
}

/** The ports that the environment names, or else the usual ones; nothing is looked up. */
export function namedPorts(): Ports {
  const entries = NAMES.map(name => [
    name,
    chosenPort(name) ?? PORTS[name].usual,
  ]);
  return Object.fromEntries(entries) as Ports;
}

/**
 * Chooses the ports of a portal: the ones that the environment names, else the usual ones, else the next
 * free ones above them.
 *
 * @returns the ports, and a line for each that is not the usual one
 * @throws Error with one line when a named port is in use, or nothing is free
 */
export async function choosePorts(): Promise<{ ports: Ports; told: string[] }> {
  const ports: Partial<Ports> = {};
  const told: string[] = [];
  for (const name of NAMES) {
    const { variable, usual } = PORTS[name];
    const chosen = chosenPort(name);
    if (chosen !== undefined) {
      if (!(await isPortFree(chosen)))
        throw new Error(
          `port ${chosen} (${name}), which ${variable} names, is in use; name another one.`,
        );
      ports[name] = chosen;
      continue;
    }
    let port = usual;
    while (Object.values(ports).includes(port) || !(await isPortFree(port))) {
      port += 1;
      if (port > usual + TRIES)
        throw new Error(
          `ports ${usual} to ${
            usual + TRIES
          } (${name}) are all in use; name a free one in ${variable}.`,
        );
    }
    if (port !== usual)
      told.push(
        `Port ${usual} (${name}) is in use, so ${port} is taken; ${variable} chooses another.`,
      );
    ports[name] = port;
  }
  return { ports: ports as Ports, told };
}

/** Ports that the operating system finds free, for a portal that tests start. */
export async function freePorts(): Promise<Ports> {
  const [frontend, backend, provider] = await Promise.all([
    anyFreePort(),
    anyFreePort(),
    anyFreePort(),
  ]);
  return { frontend, backend, provider };
}

/** The variables that tell `app-config.yaml` which ports there are. */
export function portsEnv(ports: Ports): Record<string, string> {
  return Object.fromEntries(
    NAMES.map(name => [PORTS[name].variable, String(ports[name])]),
  );
}
