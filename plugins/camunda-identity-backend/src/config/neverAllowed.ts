import { BlockList, isIP } from 'node:net';

/** Link-local addresses, and cloud metadata services elsewhere: what the guard asks under no setting. */
const RANGES: ReadonlyArray<[address: string, bits: number]> = [
  ['169.254.0.0', 16],
  ['fe80::', 10],
  ['fd00:ec2::254', 128],
  ['fd00:ec2::23', 128],
  ['fd20:ce::254', 128],
  ['100.100.100.200', 32],
  ['168.63.129.16', 32],
  ['192.0.0.192', 32],
];

/**
 * True for a network that lies within what is never asked, so that to allow it has no effect.
 *
 * @param address - IPv4 or IPv6
 * @param bits - length of the prefix; all of them by default
 */
export function isNeverAsked(address: string, bits = 128): boolean {
  const family = isIP(address);
  return RANGES.some(([range, size]) => {
    if (isIP(range) !== family || bits < size) return false;
    const list = new BlockList();
    const type = family === 4 ? 'ipv4' : 'ipv6';
    list.addSubnet(range, size, type);
    return list.check(address, type);
  });
}
