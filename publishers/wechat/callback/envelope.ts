import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** What the platform puts around a message in safe mode. */
export interface Envelope {
  /** The message, or null when it was not sealed with this key for this account. */
  readonly open: (encrypted: string) => string | null;
  readonly close: (message: string) => string;
}

const CIPHER = 'aes-256-cbc';
/** Bytes. Padding goes up to 32, twice the cipher's own block, so Node's own padding does not fit. */
const BLOCK = 32;
const RANDOM = 16;
const LENGTH = 4;
const KEY = /^[A-Za-z0-9]{43}$/;

/** Whether a text can be an EncodingAESKey: 43 letters and digits. */
export const isEncodingKey = (text: string): boolean => KEY.test(text);

/**
 * Opens and closes messages of safe mode: AES-256-CBC over 16 random bytes, the length of the message in 4 bytes, the
 * message, and the AppID, which says whose it is.
 * @see https://developers.weixin.qq.com/doc/subscription/guide/dev/push/encryption.html
 */
export function envelope(encodingKey: string, appId: string): Envelope {
  const key = Buffer.from(`${encodingKey}=`, 'base64');
  const iv = key.subarray(0, 16);
  return {
    open: (encrypted) => {
      const plain = decrypt(key, iv, encrypted);
      if (!plain || plain.length < RANDOM + LENGTH) return null;
      const end = RANDOM + LENGTH + plain.readUInt32BE(RANDOM);
      if (end > plain.length || plain.subarray(end).toString('utf8') !== appId) return null;
      return plain.subarray(RANDOM + LENGTH, end).toString('utf8');
    },
    close: (message) => {
      const text = Buffer.from(message);
      const length = Buffer.alloc(LENGTH);
      length.writeUInt32BE(text.length);
      const plain = padded(Buffer.concat([randomBytes(RANDOM), length, text, Buffer.from(appId)]));
      const cipher = createCipheriv(CIPHER, key, iv).setAutoPadding(false);
      return Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64');
    },
  };
}

function decrypt(key: Buffer, iv: Buffer, encrypted: string): Buffer | null {
  const bytes = Buffer.from(encrypted, 'base64');
  if (bytes.length === 0 || bytes.length % BLOCK !== 0) return null;
  const decipher = createDecipheriv(CIPHER, key, iv).setAutoPadding(false);
  return unpadded(Buffer.concat([decipher.update(bytes), decipher.final()]));
}

function padded(bytes: Buffer): Buffer {
  const count = BLOCK - (bytes.length % BLOCK);
  return Buffer.concat([bytes, Buffer.alloc(count, count)]);
}

function unpadded(bytes: Buffer): Buffer | null {
  const count = bytes.at(-1) ?? 0;
  if (count < 1 || count > BLOCK) return null;
  const rest = bytes.subarray(0, bytes.length - count);
  return bytes.subarray(rest.length).every((byte) => byte === count) ? rest : null;
}
