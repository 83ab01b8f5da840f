import { chinaDay } from '../china-time';
import type { Context } from '../context';

const key = (context: Context): string => `${chinaDay(context.now())} weibo`;

export const callsToday = (context: Context): number => context.store.state.counters[key(context)] ?? 0;

/** Counts one call of the user; false when the day is used up. Source: https://open.weibo.com/wiki/Rate-limiting */
export function countWeiboCall(context: Context): boolean {
  const used = callsToday(context);
  if (used >= context.scenarios.weiboPerDay) return false;
  context.store.state.counters[key(context)] = used + 1;
  context.store.changed();
  return true;
}
