import { hkdfSync } from 'node:crypto';

/**
 * The key that signs the list of the site's files, from the secret of this installation. So it is made with that secret
 * at the first start, is nowhere at rest in the clear, and every process has the same one.
 * @returns 32 bytes as base64
 */
export const siteKeyOf = (secret: string): string =>
  Buffer.from(hkdfSync('sha256', secret, '', 'mingbai site manifest 1', 32)).toString('base64');
