import type { Problem } from '../problems';

const DEFAULT = 60;
/** Seconds to wait by code, where waiting less is of no use. */
const SECONDS: Readonly<Record<string, number>> = {
  'wechat.busy': 10,
  'delivery.unreachable': 10,
  'wechat.45011': 60,
  'wechat.45061': 300,
  'wechat.53501': 300,
};
/** Counted by day; the platform starts anew at midnight in China. */
const DAILY = new Set(['wechat.45009', 'wechat.45028', 'wechat.45104']);
const CHINA_AHEAD_MS = 8 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;
/** A minute's patience with clocks that do not agree. */
const AFTER_MIDNIGHT = 60;

/** When trying again makes sense, in seconds from now. */
export function retryAfter({ code }: Problem, now: Date): number {
  if (!DAILY.has(code)) return SECONDS[code] ?? DEFAULT;
  const sinceMidnight = (now.getTime() + CHINA_AHEAD_MS) % DAY_MS;
  return Math.ceil((DAY_MS - sinceMidnight) / 1000) + AFTER_MIDNIGHT;
}
