import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** @see https://www.iana.org/assignments/iana-ipv4-special-registry */
const SPECIAL_4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const;

/** Inside the public range: tunnels, which hide IPv4 addresses, and examples. */
const SPECIAL_6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const;

const special = new BlockList();
for (const [net, bits] of SPECIAL_4) special.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of SPECIAL_6) special.addSubnet(net, bits, 'ipv6');

/** The only range of IPv6 in which addresses are given to the public; mapped IPv4 addresses lie outside. */
const publicRange = new BlockList();
publicRange.addSubnet('2000::', 3, 'ipv6');

/** Whether an IP address is not one of the public Internet: this machine, the office's network, a cloud's metadata. */
export function isInternalAddress(address: string): boolean {
  if (isIPv4(address)) return special.check(address, 'ipv4');
  if (!isIPv6(address)) return true;
  return !publicRange.check(address, 'ipv6') || special.check(address, 'ipv6');
}
