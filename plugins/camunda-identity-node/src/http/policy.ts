import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import {
  addressForms,
  isMetadataName,
  isNeverAllowed,
  type Address,
} from './addresses';
import { GuardedRequestError } from './errors';

/**
 * Where requests may go. The defaults allow public addresses over https and nothing else.
 *
 * @public
 */
export interface HttpPolicyOptions {
  /** Host names that may resolve to private addresses. Exact, or `*.example.com`. */
  allowedHosts?: readonly string[];
  /** Networks in CIDR notation that every host may resolve to. */
  allowedNetworks?: readonly string[];
  /** Plain http, and only to {@link HttpPolicyOptions.allowedHosts}. */
  allowPlainHttp?: boolean;
}

function refuse(message: string, remedy?: string): never {
  throw new GuardedRequestError('transport.refused-by-policy', message, {
    remedy,
  });
}

/** Lower case, without the brackets of IPv6 and without the dot at the end. */
function normalHost(hostname: string): string {
  return hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');
}

function parseNetwork(cidr: string): [Address, number] {
  try {
    return ipaddr.parseCIDR(cidr);
  } catch {
    throw new Error(
      `"${cidr}" is not a network in CIDR notation, such as 10.20.0.0/16`,
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
    if (isMetadataName(host)) refuse(`${host} is a metadata service`);
    if (url.protocol === 'http:') {
      if (!this.#allowPlainHttp || !this.isAllowedHost(host))
        refuse(
          `${url.origin} uses plain http, which this portal does not allow`,
          'Use the provider’s https address.',
        );
    } else if (url.protocol !== 'https:') {
      refuse(`${url.protocol} URLs are not requested`);
    }
    // undici calls no lookup for a literal, so it is decided here.
    // A URL has every other notation of an address (octal, one number) in this form already.
    const literal = isIP(host) !== 0;
    if (literal) this.assertAddress(host, host);
    if (!options.proxied) return;
    if (literal)
      refuse(`${host} is an address; a proxy is asked for names only`);
    if (!this.isAllowedHost(host))
      refuse(
        `${host} would be asked through this portal’s proxy, and is not among the hosts allowed for that`,
        'Ask the portal’s administrators to add the host to camundaIdentity.http.allowedHosts, or to NO_PROXY when it can be reached directly.',
      );
  }

  /**
   * Every form of the address has to be allowed, what is embedded in it included.
   *
   * @throws GuardedRequestError when `address`, to which `hostname` resolved, may not be connected to
   */
  assertAddress(hostname: string, address: string): void {
    const forms = addressForms(address);
    if (forms.some(isNeverAllowed))
      refuse(
        `${hostname} is a link-local or metadata address, which is never asked`,
        'Enter the provider’s own address.',
      );
    if (this.isAllowedHost(hostname)) return;
    const bad = forms.find(
      form => form.range() !== 'unicast' && !this.#isInAllowedNetwork(form),
    );
    if (bad)
      refuse(
        `${hostname} is not a public address (${bad.range()}), which this portal does not allow`,
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
