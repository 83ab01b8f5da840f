import type { Quota } from '../../publishers/contract';
import { CHINA_OFFSET } from '../../publishers/china-offset';

const SLIDING = { minute: 60_000, hour: 3_600_000 } as const;

/** When the window began that a use at `at` falls into, milliseconds UTC. */
export function windowStart(window: Quota['window'], at: number): number {
  if (window === 'minute' || window === 'hour') return at - SLIDING[window] + 1;
  const local = new Date(at + CHINA_OFFSET);
  return (
    Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), window === 'day' ? local.getUTCDate() : 1) - CHINA_OFFSET
  );
}

/** When the calendar's window after the one of `at` begins. */
function nextWindow(window: 'day' | 'month', at: number): number {
  const local = new Date(windowStart(window, at) + CHINA_OFFSET);
  const [year, month, day] = [local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()];
  return (window === 'day' ? Date.UTC(year, month, day + 1) : Date.UTC(year, month + 1, 1)) - CHINA_OFFSET;
}

/**
 * The first moment, not before `wanted`, at which the quota has room for one more use. Pure.
 * @param uses moments of the other uses, past and planned, in any order
 */
export function earliest(quota: Quota, uses: readonly number[], wanted: number): number {
  if (quota.limit <= 0) return Number.POSITIVE_INFINITY;
  const sorted = [...uses].sort((a, b) => a - b);
  let at = wanted;
  for (;;) {
    const start = windowStart(quota.window, at);
    const within = sorted.filter((use) => use >= start && use <= Math.max(at, wanted));
    if (within.length < quota.limit) return at;
    // As many as are too many must have left the window.
    const leaves = within[within.length - quota.limit] ?? at;
    at =
      quota.window === 'day' || quota.window === 'month'
        ? nextWindow(quota.window, at)
        : Math.max(at + 1, leaves + SLIDING[quota.window]);
  }
}

/**
 * When each of several deliveries will go out, if they keep their order. Pure.
 * @param uses moments of past uses
 * @param wanted due times in their order
 */
export function schedule(quota: Quota, uses: readonly number[], wanted: readonly number[]): readonly number[] {
  const all = [...uses];
  return wanted.map((one) => {
    const at = earliest(quota, all, one);
    all.push(at);
    return at;
  });
}
