import type { Problem } from '../problems';
import { secondsLeft } from '../seconds-left';

/** Seconds to wait by code: "too frequent" means ten minutes at least. */
const SECONDS: Readonly<Record<string, number>> = { 'weibo.20016': 600 };
/** Counted by the hour: calls of this server, calls of the account, posts of the account. */
const HOURLY = new Set(['weibo.10022', 'weibo.10023', 'weibo.10024']);

/**
 * When the platform lets us try again, in seconds from now; null when unknown.
 * @param said what the answer itself asked for
 * @see https://open.weibo.com/wiki/Rate-limiting
 */
export function waitFor(said: number | null, { code }: Problem, now: Date): number | null {
  return said ?? (HOURLY.has(code) ? secondsLeft('hour', now) : (SECONDS[code] ?? null));
}
