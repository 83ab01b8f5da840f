import { CHINA_OFFSET } from '../china-offset';

/** `2026-11-23` in China: quotas begin anew at its midnight. */
export const chinaDay = (now: Date): string => new Date(now.getTime() + CHINA_OFFSET).toISOString().slice(0, 10);

/** `2026-11` in China. */
export const chinaMonth = (now: Date): string => chinaDay(now).slice(0, 7);

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Wed Oct 24 23:49:17 +0800 2012`, as Weibo writes instants. */
export function weiboDate(at: number): string {
  const local = new Date(at + CHINA_OFFSET);
  const [day, time] = local.toISOString().split('T');
  const date = day?.slice(8) ?? '';
  return `${WEEKDAYS[local.getUTCDay()] ?? ''} ${MONTHS[local.getUTCMonth()] ?? ''} ${date} ${time?.slice(0, 8) ?? ''} +0800 ${String(local.getUTCFullYear())}`;
}
