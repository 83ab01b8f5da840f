import { chinaClock } from './china-clock';

const LOCAL = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?$/;
const two = (value: number): string => String(value).padStart(2, '0');

/** The value of a `datetime-local` input that shows this instant as a clock in China does. @param at milliseconds UTC */
export function toChinaLocal(at: number): string {
  const c = chinaClock(at);
  return `${c.year}-${two(c.month)}-${two(c.day)}T${two(c.hour)}:${two(c.minute)}:${two(c.second)}`;
}

/**
 * What somebody typed into a `datetime-local` input, read as time in China: `2026-11-23T09:00` →
 * `2026-11-23T09:00:00+08:00`. Null for anything that is not a date and time that exist.
 */
export function fromChinaLocal(value: string): string | null {
  const match = LOCAL.exec(value);
  if (!match) return null;
  const withSeconds = match[6] === undefined ? `${value}:00` : value;
  const instant = `${withSeconds}+08:00`;
  const at = Date.parse(instant);
  // Date.parse may move 31 February into March; a time that exists survives the way back.
  return !Number.isNaN(at) && toChinaLocal(at) === withSeconds ? instant : null;
}

/** Tomorrow at nine in China, milliseconds UTC. @param now milliseconds UTC */
export function tomorrowAtNine(now: number): number {
  const tomorrow = toChinaLocal(now + 24 * 60 * 60 * 1_000).slice(0, 10);
  return Date.parse(`${tomorrow}T09:00:00+08:00`);
}
