import { chinaClock } from './china-clock';

const two = (value: number): string => String(value).padStart(2, '0');
const NEAR_DAYS: Readonly<Record<number, string>> = { [-1]: '昨天', 0: '今天', 1: '明天' };

/**
 * A time as staff say it: 今天 15:00, 明天 09:00, 11月26日 周四 09:00; the year only when it is not the present one.
 * @param at milliseconds UTC
 * @param now milliseconds UTC
 */
export function formatMoment(at: number, now: number): string {
  const [then, present] = [chinaClock(at), chinaClock(now)];
  const clock = `${two(then.hour)}:${two(then.minute)}`;
  const near = NEAR_DAYS[then.dayNumber - present.dayNumber];
  if (near) return `${near} ${clock}`;
  const year = then.year === present.year ? '' : `${then.year}年`;
  return `${year}${then.month}月${then.day}日 ${then.weekday} ${clock}`;
}

/** The full instant, shown on hover: 2026年11月23日 周一 15:00:00（北京时间）. @param at milliseconds UTC */
export function formatInstant(at: number): string {
  const c = chinaClock(at);
  return `${c.year}年${c.month}月${c.day}日 ${c.weekday} ${two(c.hour)}:${two(c.minute)}:${two(c.second)}（北京时间）`;
}
