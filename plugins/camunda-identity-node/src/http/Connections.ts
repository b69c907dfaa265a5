import { lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { checkServerIdentity, TLSSocket } from 'node:tls';
import { getProxyForUrl } from 'proxy-from-env';
import { Agent, buildConnector, ProxyAgent, type Dispatcher } from 'undici';
import type { Authorities } from './authorities';
import { NameLookups } from './NameLookups';
import type { Observations } from './observations';
import type { HttpPolicy } from './policy';

/** @public */
export interface ConnectionOptions {
  /**
   * The proxy for a URL, or an empty text for none. By default HTTPS_PROXY, HTTP_PROXY and NO_PROXY decide;
   * localhost is never reached through a proxy.
   */
  proxyFor?: (url: string) => string;
  /** Resolves names; Node's `dns.lookup` by default. */
  lookup?: typeof systemLookup;
}

interface Dependencies {
  policy: HttpPolicy;
  authorities: Authorities;
  observations: Observations;
  timeoutMs: number;
  maxPerHost: number;
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

function proxyFromEnvironment(url: string): string {
  return LOOPBACK.test(new URL(url).hostname) ? '' : getProxyForUrl(url);
}

/** Maximum number of names whose resolved addresses are remembered. */
const MAX_NAMES = 1_000;

/** Resolves a name; a connection is allowed only if every one of its addresses is. */
function guardedLookup(
  policy: HttpPolicy,
  lookups: NameLookups,
  onAddresses: (hostname: string, addresses: readonly string[]) => void,
): LookupFunction {
  return (hostname, options, callback) => {
    onAddresses(hostname, []);
    lookups.resolve(hostname, options).then(
      list => {
        onAddresses(
          hostname,
          list.map(({ address }) => address),
        );
        try {
          for (const { address } of list)
            policy.assertAddress(hostname, address);
        } catch (refusal) {
          callback(refusal as NodeJS.ErrnoException, '', 0);
          return;
        }
        if (options.all) callback(null, list);
        else callback(null, list[0].address, list[0].family);
      },
      error => callback(error, '', 0),
    );
  };
}

/**
 * Makes connections: directly, after checking every resolved address, or through this portal's proxy. Remembers
 * the certificates that it sees.
 */
export class Connections {
  readonly #options: ConnectionOptions;
  readonly #dependencies: Dependencies;
  readonly #direct: Agent;
  readonly #proxies = new Map<string, ProxyAgent>();
  readonly #addresses = new Map<string, readonly string[]>();

  constructor(options: ConnectionOptions, dependencies: Dependencies) {
    this.#options = options;
    this.#dependencies = dependencies;
    const { policy, observations } = dependencies;
    const connect = buildConnector({
      ...this.#tls(),
      lookup: guardedLookup(
        policy,
        new NameLookups(options.lookup ?? systemLookup),
        (hostname, addresses) => this.#keep(hostname, addresses),
      ),
    });
    this.#direct = new Agent({
      ...this.#pool(),
      connect: (target, callback) =>
        connect(target, (...result) => {
          const [, socket] = result;
          if (socket instanceof TLSSocket)
            observations.certificate(
              new URL(`https://${target.host ?? target.hostname}`).origin,
              socket.getPeerCertificate(true),
            );
          callback(...result);
        }),
    });
  }

  /** The proxy for a URL, if there is one. */
  proxyFor(url: URL): string | undefined {
    const find = this.#options.proxyFor ?? proxyFromEnvironment;
    return find(url.href) || undefined;
  }

  /** Addresses to which a name last resolved; empty where it did not resolve. */
  addressesOf(hostname: string): readonly string[] | undefined {
    return this.#addresses.get(hostname);
  }

  dispatcher(proxy: string | undefined): Dispatcher {
    if (!proxy) return this.#direct;
    const agent = this.#proxies.get(proxy) ?? this.#proxyAgent(proxy);
    this.#proxies.set(proxy, agent);
    return agent;
  }

  async close(): Promise<void> {
    await Promise.all([
      this.#direct.close(),
      ...[...this.#proxies.values()].map(agent => agent.close()),
    ]);
  }

  #keep(hostname: string, addresses: readonly string[]) {
    this.#addresses.delete(hostname);
    this.#addresses.set(hostname, addresses);
    if (this.#addresses.size > MAX_NAMES)
      this.#addresses.delete(this.#addresses.keys().next().value!);
  }

  /** The administrators choose the address of the proxy, which itself resolves the name of the target. */
  #proxyAgent(uri: string): ProxyAgent {
    const { observations } = this.#dependencies;
    return new ProxyAgent({
      ...this.#pool(),
      uri,
      proxyTls: this.#tls(),
      requestTls: {
        ...this.#tls(),
        checkServerIdentity: (hostname, certificate) => {
          const error = checkServerIdentity(hostname, certificate);
          // Only the name is known here; providers behind a proxy have the default port.
          if (!error)
            observations.certificate(`https://${hostname}`, certificate);
          return error;
        },
      } as buildConnector.BuildOptions,
    });
  }

  #tls() {
    const { authorities, timeoutMs } = this.#dependencies;
    return {
      timeout: timeoutMs,
      secureContext: authorities.secureContext,
      // A resumed session would show the certificate of an earlier connection.
      maxCachedSessions: 0,
    };
  }

  #pool() {
    return {
      connections: this.#dependencies.maxPerHost,
      keepAliveTimeout: 1_000,
    };
  }
}
