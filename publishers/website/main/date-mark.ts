/** A day, and what makes it a last day: 截至 before it or 前 after it. */
export const DATE = '(?:截至|截止到?)?(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日(?:之前|以前|前|止|截止)?';

const PARTS = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/;
const LAST_DAY = /^截|(?:前|止)$/;
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

/** The day as a machine reads it; a last day stands out and, where the year is known, has its weekday beside it. */
export function dateMark(text: string): string {
  const [, year, month, day] = (PARTS.exec(text) ?? []).map(Number);
  const instant = calendarDay(year, month, day);
  if (!instant) return text;
  const known = year !== undefined && !Number.isNaN(year);
  const iso = instant.toISOString().slice(known ? 0 : 5, 10);
  const last = LAST_DAY.test(text);
  const weekday = last && known ? ` data-weekday="${WEEKDAYS[instant.getUTCDay()] ?? ''}"` : '';
  return `<time${last ? ' class="deadline"' : ''} datetime="${iso}"${weekday}>${text}</time>`;
}

/** null for a day that no calendar has, such as 2月30日. Without a year a leap year stands for it. */
function calendarDay(year: number | undefined, month: number | undefined, day: number | undefined): Date | null {
  const instant = new Date(Date.UTC(year || 2024, (month ?? 0) - 1, day ?? 0));
  return instant.getUTCMonth() + 1 === month && instant.getUTCDate() === day ? instant : null;
}
