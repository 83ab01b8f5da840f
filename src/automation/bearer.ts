import { createHash, timingSafeEqual } from 'node:crypto';
import { Refusal } from '../delivery/refusal';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * Lets the bearer of the token in, nobody else. Compared in constant time.
 * @throws Refusal 503 while the operator has set no token, 401 without the right one
 */
export function requireBearer(header: string | undefined, token: string | null): void {
  if (token === null) throw new Refusal(503, 'api.closed', '自动化接口没有启用：请设置 MINGBAI_API_TOKEN。');
  const given = /^Bearer (.+)$/i.exec(header ?? '')?.[1];
  if (given === undefined || !timingSafeEqual(digest(given), digest(token))) {
    throw new Refusal(401, 'api.unauthorized', '令牌不对或没有提供：请使用 Authorization: Bearer。');
  }
}
