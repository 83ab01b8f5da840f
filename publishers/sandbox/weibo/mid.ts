/** Ids of posts: a decimal `mid` in the API, base 62 in web addresses. Source: https://open.weibo.com/wiki/2/statuses/querymid */
const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const DECIMAL_GROUP = 7;
const BASE62_GROUP = 4;

/** Seven decimal digits from the right make four characters; the first group is not padded. */
export const midToBase62 = (mid: string): string =>
  groups(mid, DECIMAL_GROUP)
    .map((group, index) => toBase62(Number(group)).padStart(index === 0 ? 0 : BASE62_GROUP, '0'))
    .join('');

/** The way back; null when it is not base 62. */
export function base62ToMid(text: string): string | null {
  if (!/^[0-9a-zA-Z]+$/.test(text)) return null;
  return groups(text, BASE62_GROUP)
    .map((group, index) => String(fromBase62(group)).padStart(index === 0 ? 0 : DECIMAL_GROUP, '0'))
    .join('');
}

function groups(text: string, size: number): string[] {
  const first = text.length % size;
  const found = first > 0 ? [text.slice(0, first)] : [];
  for (let at = first; at < text.length; at += size) found.push(text.slice(at, at + size));
  return found;
}

const toBase62 = (value: number): string =>
  (value >= 62 ? toBase62(Math.floor(value / 62)) : '') + ALPHABET.charAt(value % 62);

const fromBase62 = (text: string): number =>
  Array.from(text).reduce((value, character) => value * 62 + ALPHABET.indexOf(character), 0);

const EPOCH_SECONDS = 515_483_463;

/** The next id: seconds since Weibo's epoch above 22 bits, and always larger than the one before. */
export function nextMid(now: number, latest: string | undefined): string {
  const byTime = BigInt(Math.floor(now / 1000) - EPOCH_SECONDS) << 22n;
  const after = latest === undefined ? 0n : BigInt(latest) + 1n;
  return String(byTime > after ? byTime : after);
}
