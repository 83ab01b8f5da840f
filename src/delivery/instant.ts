import { Refusal } from './refusal';

const WITH_ZONE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;
const DURATION = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/**
 * An instant with its zone written out, as milliseconds UTC rounded down to the second.
 * @throws Refusal `time.invalid` for a time without zone or a date that does not exist
 */
export function parseInstant(text: string): number {
  const at = WITH_ZONE.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at) || !sameDay(text, at)) {
    throw new Refusal(
      400,
      'time.invalid',
      '时间写法不对：请写完整的日期、时间和时区，例如 2026-11-23T09:00:00+08:00。',
      { value: text },
    );
  }
  return Math.floor(at / 1_000) * 1_000;
}

/** `Date.parse` turns 31 February into 3 March; the day of the month must survive. */
function sameDay(text: string, at: number): boolean {
  const offset = /([+-])(\d{2}):(\d{2})$/.exec(text);
  const minutes = offset ? (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3])) : 0;
  return new Date(at + minutes * 60_000).toISOString().slice(0, 10) === text.slice(0, 10);
}

/**
 * An ISO 8601 duration of days, hours, minutes and seconds, as milliseconds.
 * @throws Refusal `duration.invalid`
 */
export function parseDuration(text: string): number {
  const match = DURATION.exec(text);
  if (!match || text === 'P' || text.endsWith('T')) {
    throw new Refusal(400, 'duration.invalid', '时长写法不对：例如 PT2H 表示 2 小时。', { value: text });
  }
  const [days, hours, minutes, seconds] = match.slice(1).map((part: string | undefined) => Number(part ?? 0));
  return ((((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) * 1_000;
}
