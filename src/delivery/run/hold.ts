import type { Problem } from '../../../publishers/contract';
import type { Run } from '../context';
import type { Delivery, Holder } from '../delivery';

/**
 * Sets a delivery aside until what holds it is over. It is woken then; the look at the end of its grace is for what
 * never ends.
 * @param until look again by then, milliseconds UTC; default the end of the grace
 */
export async function hold(
  run: Run,
  delivery: Delivery,
  holdBy: Holder,
  holdReason: string,
  why: Problem,
  until = Number.POSITIVE_INFINITY,
): Promise<void> {
  await run.parts.store.move(delivery, 'held', {
    holdBy,
    holdReason,
    problem: why,
    lateCause: holdBy,
    nextAt: Math.min(until, delivery.dueAt + delivery.grace + 1),
  });
}
