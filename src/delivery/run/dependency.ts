import { problem } from '../../../publishers/problems';
import type { Run } from '../context';
import type { Delivery } from '../delivery';
import type { State } from '../states';
import { hold } from './hold';

/** States of a delivery from which its receipt will not come without a person. */
const DEAD_ENDS: readonly State[] = ['rejected', 'missed', 'cancelled', 'withdrawn'];
/** How often a waiting delivery looks by itself, should nobody wake it. Milliseconds. */
const LOOK_AGAIN = 5_000;
/** The same for one whose dependency came to a dead end. Milliseconds. */
export const LOOK_AT_HELD = 60_000;

/** Answers the delivery once what it depends on is public and the time after that has passed; null while it waits. */
export async function passDependency(run: Run, delivery: Delivery): Promise<Delivery | null> {
  if (delivery.dependsOn === null) return delivery;
  const { store, now } = run.parts;
  const at = now().getTime();
  const dependency = await store.get(delivery.dependsOn);

  if (!dependency || DEAD_ENDS.includes(dependency.state)) {
    const account = dependency?.account ?? '?';
    const why = problem('delivery.dependency', { account });
    if (delivery.otherwise === 'cancel') {
      const after = await store.move(delivery, 'cancelled', { problem: why, nextAt: null });
      if (after) await store.wakeDependants(after.id);
    } else await hold(run, delivery, 'dependency', account, why, at + LOOK_AT_HELD);
    return null;
  }
  if (dependency.state !== 'published') {
    await store.move(delivery, delivery.state, { nextAt: at + LOOK_AGAIN, lateCause: 'dependency' });
    return null;
  }
  const opens = (dependency.publishedAt ?? at) + delivery.afterDelay;
  // Counted from the receipt, its due time is known only now; its grace counts from there.
  if (delivery.follows && delivery.dueAt !== opens) {
    const moved = await store.move(delivery, delivery.state, { dueAt: opens, nextAt: opens, lateCause: null });
    return opens <= at ? moved : null;
  }
  if (opens <= at) return delivery;
  await store.move(delivery, delivery.state, { nextAt: opens, lateCause: 'dependency' });
  return null;
}

/**
 * From when lateness counts, milliseconds UTC; null while the receipt that gives the time may still come by itself.
 */
export async function lateFrom(run: Run, delivery: Delivery): Promise<number | null> {
  if (!delivery.follows || delivery.dependsOn === null) return delivery.dueAt;
  const dependency = await run.parts.store.get(delivery.dependsOn);
  if (dependency?.state === 'published') return (dependency.publishedAt ?? delivery.dueAt) + delivery.afterDelay;
  return dependency && !DEAD_ENDS.includes(dependency.state) ? null : delivery.dueAt;
}
