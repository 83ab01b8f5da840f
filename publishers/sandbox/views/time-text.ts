import { CHINA_OFFSET } from '../../china-offset';

/** 今天 09:00, 昨天 21:30, 11月21日 08:15, or with the year when it is another one. China time. */
export function timeText(at: number, now: number): string {
  const then = new Date(at + CHINA_OFFSET);
  const clock = then.toISOString().slice(11, 16);
  const days = dayNumber(now) - dayNumber(at);
  if (days === 0) return `今天 ${clock}`;
  if (days === 1) return `昨天 ${clock}`;
  const year = then.getUTCFullYear();
  const thisYear = new Date(now + CHINA_OFFSET).getUTCFullYear();
  const date = `${then.getUTCMonth() + 1}月${then.getUTCDate()}日`;
  return `${year === thisYear ? '' : `${year}年`}${date} ${clock}`;
}

/** 2026年11月23日 09:00 */
export function fullTimeText(at: number): string {
  const then = new Date(at + CHINA_OFFSET);
  const clock = then.toISOString().slice(11, 16);
  return `${then.getUTCFullYear()}年${then.getUTCMonth() + 1}月${then.getUTCDate()}日 ${clock}`;
}

/** 09:00:05 */
export const clockText = (at: string): string => new Date(Date.parse(at) + CHINA_OFFSET).toISOString().slice(11, 19);

const dayNumber = (at: number): number => Math.floor((at + CHINA_OFFSET) / 86_400_000);
