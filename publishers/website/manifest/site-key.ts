import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';

/** Signs what is kept of the site and knows its own signatures again. */
export interface SiteKey {
  /** @param kind what is signed, so that a signature of one thing never passes for another */
  sign(kind: string, body: string): string;
  isSigned(kind: string, body: string, signature: string): boolean;
  /** PEM, for whoever checks without the secret. */
  readonly publicKey: string;
}

/** RFC 8410: what stands before the 32 bytes of an Ed25519 private key in PKCS #8. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const made = new Map<string, SiteKey>();

/** @param seed 32 bytes as base64 */
export function siteKey(seed: string): SiteKey {
  const known = made.get(seed);
  if (known) return known;
  const key = make(Buffer.from(seed, 'base64'));
  made.set(seed, key);
  return key;
}

function make(seed: Buffer): SiteKey {
  if (seed.length !== 32) throw new Error('the key of the site must be 32 bytes');
  const secret = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  const open = createPublicKey(secret);
  const text = (kind: string, body: string): Buffer => Buffer.from(`mingbai ${kind} 1\n${body}`);
  return {
    sign: (kind, body) => sign(null, text(kind, body), secret).toString('base64'),
    isSigned: (kind, body, signature) => verify(null, text(kind, body), open, Buffer.from(signature, 'base64')),
    publicKey: open.export({ type: 'spki', format: 'pem' }).toString(),
  };
}
