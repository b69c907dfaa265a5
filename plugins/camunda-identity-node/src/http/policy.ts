import ipaddr from 'ipaddr.js';
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

/** Cloud metadata services outside the link-local ranges. Never allowed, whatever is configured. */
const METADATA = ['fd00:ec2::254', '100.100.100.200', '168.63.129.16'];
const METADATA_NAMES = ['metadata.google.internal', 'metadata.goog'];

type Address = ipaddr.IPv4 | ipaddr.IPv6;

function refuse(message: string): never {
  throw new GuardedRequestError('transport.refused-by-policy', message);
}

/** IPv4-mapped IPv6 addresses count as the IPv4 address that they are. */
function parseAddress(text: string): Address {
  return ipaddr.process(text);
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
    this.#hosts = (options.allowedHosts ?? []).map(host => host.toLowerCase());
    this.#networks = (options.allowedNetworks ?? []).map(cidr =>
      ipaddr.parseCIDR(cidr),
    );
    this.#allowPlainHttp = options.allowPlainHttp ?? false;
  }

  isAllowedHost(hostname: string): boolean {
    const host = hostname.toLowerCase().replace(/\.$/, '');
    return this.#hosts.some(entry =>
      entry.startsWith('*.') ? host.endsWith(entry.slice(1)) : host === entry,
    );
  }

  /** @throws GuardedRequestError when the URL may not be requested */
  assertUrl(url: URL): void {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (url.username || url.password)
      refuse('A URL with user name or password is not requested');
    if (METADATA_NAMES.includes(host.toLowerCase().replace(/\.$/, '')))
      refuse(`${host} is a metadata service`);
    if (url.protocol === 'http:') {
      if (!this.#allowPlainHttp || !this.isAllowedHost(host))
        refuse(
          `${url.origin} uses plain http, which this portal does not allow`,
        );
    } else if (url.protocol !== 'https:') {
      refuse(`${url.protocol} URLs are not requested`);
    }
    // undici calls no lookup for a literal, so it is decided here.
    if (ipaddr.isValid(host)) this.assertAddress(host, host);
  }

  /** @throws GuardedRequestError when `address`, to which `hostname` resolved, may not be connected to */
  assertAddress(hostname: string, address: string): void {
    const parsed = parseAddress(address);
    const range = parsed.range();
    if (range === 'linkLocal' || METADATA.includes(parsed.toString()))
      refuse(`${hostname} is a link-local or metadata address`);
    if (range === 'unicast' || this.isAllowedHost(hostname)) return;
    const allowed = this.#networks.some(
      ([network, bits]) =>
        network.kind() === parsed.kind() &&
        parsed.match(network as never, bits),
    );
    if (!allowed)
      refuse(
        `${hostname} is not a public address (${range}), which this portal does not allow`,
      );
  }
}
