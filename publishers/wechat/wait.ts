import type { Problem } from '../problems';
import { secondsLeft } from '../seconds-left';
import type { NoAnswer } from './answer';

/** Seconds to wait by code, where waiting less is of no use. */
const SECONDS: Readonly<Record<string, number>> = { 'wechat.45011': 60, 'wechat.45061': 300, 'wechat.53501': 300 };
/**
 * Counted by day; the platform starts anew at midnight in China. A service account that has used up its month (45028) is
 * refused once more each night until the month is over, which does no harm.
 */
const DAILY = new Set(['wechat.45009', 'wechat.45028', 'wechat.45104']);

/** When the platform lets us try again, in seconds from now: as it said itself, or by its rules; null when unknown. */
export function waitFor(answer: NoAnswer, { code }: Problem, now: Date): number | null {
  if (answer.wait !== null) return answer.wait;
  return DAILY.has(code) ? secondsLeft('day', now) : (SECONDS[code] ?? null);
}
