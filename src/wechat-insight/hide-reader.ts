import { createHash, createHmac } from 'node:crypto';

/**
 * Turns the platform's name of a reader into one that tells his comments from those of others and leads nobody back to
 * him: it cannot be computed without the key, and is another one under each account.
 * @param secret of this installation
 */
export function readerHider(secret: string): (account: string, openId: string) => string {
  const key = createHash('sha256').update('mingbai reader 1').update(secret).digest();
  return (account, openId) =>
    createHmac('sha256', key)
      .update(JSON.stringify([account, openId]))
      .digest('hex')
      .slice(0, 32);
}
