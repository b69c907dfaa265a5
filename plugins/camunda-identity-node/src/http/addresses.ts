import ipaddr from 'ipaddr.js';

export type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** Cloud metadata services outside the link-local ranges. */
const METADATA = [
  'fd00:ec2::254', // AWS
  'fd00:ec2::23', // AWS, pod identity
  'fd20:ce::254', // Google Cloud
  '100.100.100.200', // Alibaba Cloud
  '168.63.129.16', // Azure, a public address by its range
  '192.0.0.192', // Oracle Cloud
].map(text => ipaddr.parse(text).toString());

const METADATA_NAMES = [
  'metadata',
  'metadata.goog',
  'metadata.google.internal',
  'metadata.tencentyun.com',
  'metadata.platformequinix.com',
  'instance-data',
  'instance-data.ec2.internal',
];

/** Lower case, without the brackets of IPv6 and without the dot at the end. */
export function normalHost(hostname: string): string {
  const host = hostname.toLowerCase();
  if (host.startsWith('[') && host.endsWith(']')) return host.slice(1, -1);
  return host.endsWith('.') ? host.slice(0, -1) : host;
}

const ISATAP = [0x00005efe, 0x02005efe];

function ipv4(bytes: readonly number[]): Address {
  return new ipaddr.IPv4([...bytes]);
}

/**
 * An address and every IPv4 address that is hidden in it: IPv4-mapped and -compatible (RFC 4291 section
 * 2.5.5), NAT64 (RFC 6052, RFC 8215), 6to4 (RFC 3056), Teredo (RFC 4380) and ISATAP (RFC 5214). A router
 * on the way would unpack them.
 *
 * @throws Error for a text that is not an address
 */
export function addressForms(text: string): Address[] {
  // A zone (fe80::1%eth0) does not change what an address is.
  const address = ipaddr.parse(text.split('%', 1)[0]);
  if (address.kind() === 'ipv4') return [address];
  const outer = address as ipaddr.IPv6;
  if (outer.isIPv4MappedAddress()) return [outer.toIPv4Address()];
  const bytes = outer.toByteArray();
  const [first, second] = outer.parts;
  const forms: Address[] = [outer];
  const compatible = bytes.slice(0, 12).every(byte => byte === 0);
  const nat64 =
    first === 0x64 &&
    second === 0xff9b &&
    (outer.parts[2] === 0 || outer.parts[2] === 1);
  // prettier-ignore
  const middle = ((bytes[8] << 24) | (bytes[9] << 16) | (bytes[10] << 8) | bytes[11]) >>> 0;
  if ((compatible && bytes[12] !== 0) || nat64 || ISATAP.includes(middle))
    forms.push(ipv4(bytes.slice(12)));
  if (first === 0x2002) forms.push(ipv4(bytes.slice(2, 6)));
  if (first === 0x2001 && second === 0) {
    forms.push(ipv4(bytes.slice(4, 8)));
    forms.push(ipv4(bytes.slice(12).map(byte => byte ^ 0xff)));
  }
  return forms;
}

/**
 * The range that IANA allocates as IPv6 global unicast; the rest of the address space is reserved (RFC 4291
 * section 4).
 */
const IPV6_GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3') as [
  ipaddr.IPv6,
  number,
];

/**
 * True for an address of the public internet: in no range of IANA's special-purpose registries (RFC 6890), as
 * `ipaddr.js` knows them, and for IPv6 within the allocated range.
 */
export function isGlobalUnicast(address: Address): boolean {
  if (address.range() !== 'unicast') return false;
  return (
    address.kind() === 'ipv4' ||
    (address as ipaddr.IPv6).match(...IPV6_GLOBAL_UNICAST)
  );
}

/** True for a link-local address or one of a cloud's metadata service. */
export function isNeverAllowed(address: Address): boolean {
  return (
    address.range() === 'linkLocal' || METADATA.includes(address.toString())
  );
}

/** Prefix of the link-local networks (RFC 3927 section 1.4, RFC 4291 section 2.5.6). */
const LINK_LOCAL_BITS = { ipv4: 16, ipv6: 10 };

/**
 * True for an address, or a whole network, that is never requested, whatever is allowed.
 *
 * @param text - IPv4 or IPv6 address
 * @param bits - length of a network's prefix; without it, the address alone
 * @throws Error for a text that is not an address
 * @public
 */
export function isNeverAsked(text: string, bits?: number): boolean {
  const address = ipaddr.parse(text);
  const all = address.toByteArray().length * 8;
  return bits === undefined || bits === all
    ? isNeverAllowed(address)
    : address.range() === 'linkLocal' &&
        bits >= LINK_LOCAL_BITS[address.kind()];
}

export function isMetadataName(host: string): boolean {
  return METADATA_NAMES.includes(host);
}
