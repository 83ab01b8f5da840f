import { CHINA_OFFSET } from './china-offset';

const WINDOWS_MS = { hour: 60 * 60 * 1000, day: 24 * 60 * 60 * 1000 } as const;
/** Seconds of patience with clocks that do not agree. */
const SLACK = 60;

/** Seconds until the running hour or day in China is over, when platforms begin to count anew. */
export function secondsLeft(window: keyof typeof WINDOWS_MS, now: Date): number {
  const length = WINDOWS_MS[window];
  const passed = (now.getTime() + CHINA_OFFSET) % length;
  return Math.ceil((length - passed) / 1000) + SLACK;
}
