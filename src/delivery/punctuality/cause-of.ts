import type { Delivery } from '../delivery';
import { ON_TIME, type LateCause } from '../late-causes';

/** Where nothing is stored, nobody was there who could have stored it. */
const ABSENCE: LateCause = 'absence';

/**
 * Why a delivery was late, or has not gone out although it was due; null when it was on time.
 * @param actual when it went out, milliseconds UTC; null while it has not
 */
export function causeOf(
  { dueAt, state, lateCause, problem }: Pick<Delivery, 'dueAt' | 'state' | 'lateCause' | 'problem'>,
  actual: number | null,
  now: number,
): string | null {
  if ((actual ?? now) - dueAt <= ON_TIME) return null;
  // Refused for good: that says more than what had delayed it before.
  if ((state === 'rejected' || state === 'manual') && problem) return problem.code;
  const because = problem && problem.code !== 'delivery.missed' && state === 'missed' ? problem.code : ABSENCE;
  return lateCause ?? because;
}
