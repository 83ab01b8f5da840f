import { CHINA_OFFSET } from '../china-offset';

/* Instants as readers in China see them, whatever zone the server runs in. */

const two = (value: number): string => String(value).padStart(2, '0');

function parts(instant: string | Date) {
  const shifted = new Date(new Date(instant).getTime() + CHINA_OFFSET);
  if (Number.isNaN(shifted.getTime())) throw new Error(`not an instant: ${String(instant)}`);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
  };
}

/** `2026年11月23日` */
export function chinaDate(instant: string | Date): string {
  const { year, month, day } = parts(instant);
  return `${year}年${month}月${day}日`;
}

/** `2026年11月23日 09:00` */
export function chinaDateTime(instant: string | Date): string {
  const { hour, minute } = parts(instant);
  return `${chinaDate(instant)} ${two(hour)}:${two(minute)}`;
}

/** `2026-11-23 09:00`, the shape of the PubDate mark. */
export function chinaStamp(instant: string | Date): string {
  const { year, month, day, hour, minute } = parts(instant);
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
}

/** `2026-11-23T09:00:00+08:00`, for machines that show the zone of the publisher. */
export function chinaIso(instant: string | Date): string {
  return `${chinaStamp(instant).replace(' ', 'T')}:${two(parts(instant).second)}+08:00`;
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Mon, 23 Nov 2026 09:00:00 +0800` as RSS 2.0 asks for (RFC 822 with a four-digit year). */
export function rfc822(instant: string | Date): string {
  const { year, month, day, hour, minute, second } = parts(instant);
  const weekday = DAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? '';
  return `${weekday}, ${two(day)} ${MONTHS[month - 1] ?? ''} ${year} ${two(hour)}:${two(minute)}:${two(second)} +0800`;
}

/** A calendar day `2026-11-01` as `2026年11月1日`; anything else is returned as it is. */
export function chinaDay(day: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  return match ? `${Number(match[1])}年${Number(match[2])}月${Number(match[3])}日` : day;
}

/** The calendar day of an instant, `2026-11-23`. */
export const chinaToday = (instant: string | Date): string => chinaStamp(instant).slice(0, 10);

/** Seconds into a recording as `1:05` or `1:02:05`. */
export function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
