import type { Account, Quota } from '../contract';
import { weiboSettings } from './settings';

/**
 * Of an ordinary app and one account that has authorised it; apps of a higher level have more (`perHour`, `perDay` in the
 * settings). Over the hour the platform refuses with 10024, over the day with 10023.
 * @see https://open.weibo.com/wiki/Rate-limiting
 */
const USUAL = {
  perHour: 30,
  /** Of all calls together, those that only ask included: fewer posts than this may already be too many. */
  perDay: 100,
} as const;

/** How often the account may post. Settings of the wrong shape count as not given. */
export function quotas({ settings }: Account): readonly Quota[] {
  const { perHour = USUAL.perHour, perDay = USUAL.perDay } = weiboSettings.safeParse(settings).data ?? {};
  return [
    { name: 'posts-per-hour', title: `每小时 ${perHour} 条微博`, mode: null, limit: perHour, window: 'hour' },
    { name: 'posts-per-day', title: `每天 ${perDay} 条微博`, mode: null, limit: perDay, window: 'day' },
  ];
}
