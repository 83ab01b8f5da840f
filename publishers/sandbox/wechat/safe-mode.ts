/** Safe mode as the platform does it, written apart from what clients use, so that both check each other. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const PAD_TO = 32;

/** SHA-1 over the sorted parts. */
export const pushSignature = (...parts: readonly string[]): string =>
  createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex');

/** Encrypts a message for an account, in base64. */
export function sealMessage(encodingAesKey: string, appId: string, xml: string): string {
  const key = Buffer.from(encodingAesKey, 'base64');
  const length = Buffer.alloc(4);
  length.writeInt32BE(Buffer.byteLength(xml));
  const plain = Buffer.concat([randomBytes(16), length, Buffer.from(xml), Buffer.from(appId)]);
  const missing = PAD_TO - (plain.length % PAD_TO);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return (
    cipher.update(Buffer.concat([plain, Buffer.alloc(missing, missing)])).toString('base64') + cipher.final('base64')
  );
}

/** The message in an encrypted reply; null when it was not made with this key for this account. */
export function openReply(encodingAesKey: string, appId: string, encrypted: string): string | null {
  const key = Buffer.from(encodingAesKey, 'base64');
  try {
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
    const plain = Buffer.concat([decipher.update(encrypted, 'base64'), decipher.final()]);
    const end = 20 + plain.readInt32BE(16);
    const tail = plain.subarray(end, plain.length - (plain.at(-1) ?? 0)).toString();
    return tail === appId && plain.length % PAD_TO === 0 ? plain.subarray(20, end).toString() : null;
  } catch {
    return null; // not whole blocks, or a length beyond the end
  }
}
