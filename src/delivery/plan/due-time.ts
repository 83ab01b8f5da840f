import { chinaTime } from '../china-time';
import { parseInstant } from '../instant';
import { Refusal } from '../refusal';

/** A time this much in the past still means now: clocks and typing take a moment. Milliseconds. */
const TOLERANCE = 60_000;

/**
 * When a delivery is due, milliseconds UTC.
 * @param at an instant with its zone, or `now`
 * @throws Refusal 400 for a time that cannot be read, 422 for one in the past
 */
export function dueTime(at: string, now: number): number {
  if (at === 'now') return now;
  const due = parseInstant(at);
  if (due < now - TOLERANCE) {
    throw new Refusal(422, 'plan.time-past', `计划时间 ${chinaTime(due)} 已经过去。请选一个将来的时间，或选“现在”。`, {
      at,
    });
  }
  return due;
}
