import { BlockList, isIP } from 'node:net';

/** `203.0.113.0/24`, `2001:db8::/32`, or a single address. */
export function isRange(text: string): boolean {
  const [address = '', bits] = text.split('/');
  const family = isIP(address);
  if (family === 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

/** Whether the list of an account lets this address in: it takes single addresses and ranges. */
export function isListed(ip: string, whitelist: readonly string[]): boolean {
  const list = new BlockList();
  for (const entry of whitelist) {
    const [address = '', bits] = entry.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    list.addSubnet(address, Number(bits ?? (family === 'ipv6' ? 128 : 32)), family);
  }
  return list.check(ip, isIP(ip) === 6 ? 'ipv6' : 'ipv4');
}
