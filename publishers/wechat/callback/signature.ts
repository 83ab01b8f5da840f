import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * SHA-1 in hexadecimal over the parts in the order of their characters: token, timestamp and nonce, in safe mode also the
 * encrypted message.
 * @see https://developers.weixin.qq.com/doc/subscription/guide/dev/push/
 */
export const signatureOf = (parts: readonly string[]): string =>
  createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex');

/** Whether the signature is that of these parts. Takes as long for a wrong one as for the right one. */
export function isSigned(given: string, parts: readonly string[]): boolean {
  const expected = Buffer.from(signatureOf(parts));
  const bytes = Buffer.from(given);
  return bytes.length === expected.length && timingSafeEqual(bytes, expected);
}
