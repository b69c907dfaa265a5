import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import {
  addressForms,
  isGlobalUnicast,
  isMetadataName,
  isNeverAllowed,
  normalHost,
  type Address,
} from './addresses';
import { GuardedRequestError, outOfReach } from './errors';

/**
 * Where requests may go. By default only public addresses over https.
 *
 * @public
 */
export interface HttpPolicyOptions {
  /** Host names that may resolve to private addresses. Exact, or `*.example.com`. */
  allowedHosts?: readonly string[];
  /** Networks in CIDR notation to which any host may resolve. */
  allowedNetworks?: readonly string[];
  /** Plain http, and only to {@link HttpPolicyOptions.allowedHosts}. */
  allowPlainHttp?: boolean;
}

function refuse(message: string, remedy?: string): never {
  throw new GuardedRequestError('transport.refused-by-policy', message, {
    remedy,
  });
}

/** The refusal of an address that is never requested; for an allowed host the reason may be revealed. */
function never(host: string): GuardedRequestError {
  return new GuardedRequestError(
    'transport.refused-by-policy',
    `${host} is a link-local or metadata address, which is never asked`,
    { remedy: 'Enter the provider’s own address.' },
  );
}

function parseNetwork(cidr: string): [Address, number] {
  try {
    return ipaddr.parseCIDR(cidr);
  } catch {
    throw new Error(
      'expected a network in CIDR notation, such as 10.20.0.0/16',
    );
  }
}

/**
 * Decides about URLs before a request and about addresses when the connection is made.
 */
export class HttpPolicy {
  readonly #hosts: readonly string[];
  readonly #networks: ReadonlyArray<[Address, number]>;
  readonly #allowPlainHttp: boolean;

  /** @throws Error for a network that is not in CIDR notation */
  constructor(options: HttpPolicyOptions = {}) {
    this.#hosts = (options.allowedHosts ?? []).map(normalHost);
    this.#networks = (options.allowedNetworks ?? []).map(parseNetwork);
    this.#allowPlainHttp = options.allowPlainHttp ?? false;
  }

  isAllowedHost(hostname: string): boolean {
    const host = normalHost(hostname);
    return this.#hosts.some(entry =>
      entry.startsWith('*.') ? host.endsWith(entry.slice(1)) : host === entry,
    );
  }

  /**
   * @param options - `proxied`: a proxy resolves the name, so that no address can be checked here
   * @throws GuardedRequestError when the URL may not be requested
   */
  assertUrl(url: URL, options: { proxied?: boolean } = {}): void {
    const host = normalHost(url.hostname);
    if (url.username || url.password)
      refuse(
        'A URL with user name or password is not requested',
        'Remove what stands before the @ in the address.',
      );
    if (isMetadataName(host))
      throw this.isAllowedHost(host)
        ? never(host)
        : outOfReach(host, 'it is the name of a metadata service');
    if (url.protocol === 'http:') {
      if (!this.#allowPlainHttp || !this.isAllowedHost(host))
        refuse(
          `${url.origin} uses plain http, which this portal does not allow`,
          'Use the provider’s https address.',
        );
    } else if (url.protocol !== 'https:') {
      refuse(`${url.protocol} URLs are not requested`);
    }
    // undici calls no lookup for a literal, so it is decided here. A URL normalises every other notation of an
    // address (octal, a single number) to this form.
    const literal = isIP(host) !== 0;
    if (literal) this.assertAddress(host, host);
    if (!options.proxied) return;
    if (!this.isAllowedHost(host))
      throw outOfReach(
        host,
        'it would be asked through the proxy, which is done for allowedHosts only; NO_PROXY names those that can be reached directly',
      );
    if (literal)
      refuse(`${host} is an address; a proxy is asked for names only`);
  }

  /**
   * The address and every address embedded in it must be allowed.
   *
   * @throws GuardedRequestError when `address`, to which `hostname` resolved, may not be connected to
   */
  assertAddress(hostname: string, address: string): void {
    const forms = addressForms(address);
    const isTold = this.isAllowedHost(hostname);
    if (forms.some(isNeverAllowed))
      throw isTold
        ? never(hostname)
        : outOfReach(hostname, `${address} is never asked`);
    if (isTold) return;
    const bad = forms.find(
      form => !isGlobalUnicast(form) && !this.#isInAllowedNetwork(form),
    );
    if (bad)
      throw outOfReach(
        hostname,
        `${address} is not a public address (${bad.range()})`,
      );
  }

  /**
   * True if the answer may say why `hostname` cannot be reached. For other hosts, different reasons would
   * reveal which internal names and ports exist.
   *
   * @param addresses - what the host resolved to; undefined if unknown
   */
  mayTell(hostname: string, addresses?: readonly string[]): boolean {
    const known = isIP(normalHost(hostname))
      ? [normalHost(hostname)]
      : addresses;
    return (
      this.isAllowedHost(hostname) ||
      (known !== undefined &&
        known.length > 0 &&
        known.every(address => addressForms(address).every(isGlobalUnicast)))
    );
  }

  #isInAllowedNetwork(address: Address): boolean {
    return this.#networks.some(
      ([network, bits]) =>
        network.kind() === address.kind() &&
        address.match(network as never, bits),
    );
  }
}
