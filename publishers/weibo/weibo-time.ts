import type { Instant } from '../contract';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const FORM = /^\w{3} (\w{3}) (\d{1,2}) (\d{2}:\d{2}:\d{2}) ([+-]\d{2})(\d{2}) (\d{4})$/;

/** The instant of a platform date like `Wed Oct 24 23:49:17 +0800 2012`; null when it is none. */
export function weiboTime(text: string): Instant | null {
  const [, month = '', day = '', clock = '', hours = '', minutes = '', year = ''] = FORM.exec(text) ?? [];
  const number = MONTHS.indexOf(month) + 1;
  if (number === 0) return null;
  const two = (value: string | number): string => String(value).padStart(2, '0');
  const at = new Date(`${year}-${two(number)}-${two(day)}T${clock}${hours}:${minutes}`);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
