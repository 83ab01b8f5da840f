/**
 * China keeps one time without daylight saving (since 1991), eight hours ahead of UTC. Staff plan and read times in it,
 * whatever zone the browser is in, so nothing here may ask the browser for its own zone.
 */
const OFFSET = 8 * 60 * 60 * 1_000;
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

export interface ChinaClock {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** 周一 … 周日. */
  readonly weekday: string;
  /** Whole days since 1970 in China: two instants share it when they fall on the same calendar day. */
  readonly dayNumber: number;
}

/** What a clock and a calendar in China show. @param at milliseconds UTC */
export function chinaClock(at: number): ChinaClock {
  const shifted = new Date(at + OFFSET);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
    weekday: WEEKDAYS[shifted.getUTCDay()] ?? '',
    dayNumber: Math.floor((at + OFFSET) / 86_400_000),
  };
}
