import { addressForms, isGlobalUnicast } from './addresses';

/**
 * IANA's registries of special-purpose addresses, and the IPv6 ranges that were never allocated.
 *
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry
 * @see https://www.iana.org/assignments/iana-ipv6-special-registry
 * @see https://www.iana.org/assignments/ipv6-address-space
 */
const SPECIAL: ReadonlyArray<[string, string]> = [
  ['this network', '0.0.0.0'],
  ['this network, its end', '0.255.255.255'],
  ['private', '10.0.0.1'],
  ['shared address space', '100.64.0.1'],
  ['shared address space, its end', '100.127.255.254'],
  ['loopback', '127.0.0.1'],
  ['loopback, its end', '127.255.255.254'],
  ['link-local', '169.254.1.1'],
  ['private', '172.16.0.1'],
  ['private, its end', '172.31.255.254'],
  ['IETF protocol assignments', '192.0.0.1'],
  ['dummy', '192.0.0.8'],
  ['NAT64 discovery', '192.0.0.170'],
  ['documentation 1', '192.0.2.1'],
  ['AS112', '192.31.196.1'],
  ['AMT', '192.52.193.1'],
  ['6to4 relay', '192.88.99.1'],
  ['private', '192.168.0.1'],
  ['direct delegation AS112', '192.175.48.1'],
  ['benchmarking', '198.18.0.1'],
  ['benchmarking, its end', '198.19.255.254'],
  ['documentation 2', '198.51.100.1'],
  ['documentation 3', '203.0.113.1'],
  ['multicast', '224.0.0.1'],
  ['reserved', '240.0.0.1'],
  ['broadcast', '255.255.255.255'],
  ['unspecified', '::'],
  ['loopback', '::1'],
  ['compatible with IPv4, deprecated', '::2'],
  ['compatible with IPv4, loopback', '::7f00:1'],
  ['reserved', '::fffe:7f00:1'],
  ['mapped', '::ffff:127.0.0.1'],
  ['mapped, private', '::ffff:10.0.0.1'],
  ['translated (RFC 2765)', '::ffff:0:7f00:1'],
  ['reserved', '0:1::1'],
  ['NAT64', '64:ff9b::a00:1'],
  ['NAT64, local', '64:ff9b:1::a00:1'],
  ['discard only', '100::1'],
  ['dummy prefix', '100:0:0:1::1'],
  ['reserved', '200::1'],
  ['reserved', '400::1'],
  ['reserved', '1fff::1'],
  ['Teredo', '2001::1'],
  ['port control protocol', '2001:1::1'],
  ['benchmarking', '2001:2::1'],
  ['AMT', '2001:3::1'],
  ['AS112', '2001:4:112::1'],
  ['ORCHID', '2001:10::1'],
  ['ORCHIDv2', '2001:20::1'],
  ['drone identifiers', '2001:30::1'],
  ['IETF protocol assignments', '2001:1ff::1'],
  ['documentation', '2001:db8::1'],
  ['6to4', '2002:a00:1::1'],
  ['direct delegation AS112', '2620:4f:8000::1'],
  ['documentation', '3fff::1'],
  ['documentation, its end', '3fff:fff::1'],
  ['reserved', '4000::1'],
  ['segment routing', '5f00::1'],
  ['reserved', '8000::1'],
  ['reserved', 'e000::1'],
  ['unique local', 'fc00::1'],
  ['unique local', 'fdff::1'],
  ['reserved', 'fe00::1'],
  ['link-local', 'fe80::1'],
  ['site-local, deprecated', 'fec0::1'],
  ['multicast', 'ff02::1'],
];

const PUBLIC = [
  '1.1.1.1',
  '9.255.255.255',
  '11.0.0.0',
  '93.184.216.34',
  '100.63.255.255',
  '100.128.0.0',
  '172.15.255.255',
  '172.32.0.0',
  '192.0.1.1',
  '223.255.255.254',
  '2001:200::1',
  '2001:4860:4860::8888',
  '2003::1',
  '2606:4700::1111',
  '2a00:1450:4001::1',
  '3ffe::1',
  '::ffff:93.184.216.34',
];

const isPublic = (text: string) => addressForms(text).every(isGlobalUnicast);

it.each(SPECIAL)('%s is no public address: %s', (_, address) => {
  expect(isPublic(address)).toBe(false);
});

it.each(PUBLIC)('%s is a public address', address => {
  expect(isPublic(address)).toBe(true);
});
