import type { Problem } from '../../../publishers/contract';
import { problem } from '../../../publishers/problems';
import type { Run } from '../context';
import type { Delivery } from '../delivery';
import { chinaTime } from '../china-time';
import type { State } from '../states';
import { park } from './park';

/** States of a website delivery from which its receipt will not come without a person. */
const DEAD_ENDS: readonly State[] = ['rejected', 'missed', 'cancelled', 'withdrawn'];
/** How often a waiting delivery looks by itself, should nobody wake it. Milliseconds. */
const LOOK_AGAIN = 5_000;
/** The same for one whose dependency came to a dead end. Milliseconds. */
export const LOOK_AT_HELD = 60_000;

/**
 * What stands between a delivery and its next step: a freeze, its grace, a dependency. Answers the delivery where it
 * may go on, null where it was parked. `commit: true` also asks for the dependency's receipt.
 */
export async function passGate(run: Run, delivery: Delivery, asked: { commit: boolean }): Promise<Delivery | null> {
  const { store, now } = run.parts;
  const freeze = (await store.freezes()).find((f) => f.account === delivery.account || f.account === '*');
  if (freeze) {
    await store.move(delivery, 'held', {
      holdBy: 'freeze',
      holdReason: freeze.reason,
      problem: problem('delivery.frozen', { reason: freeze.reason }),
      nextAt: delivery.dueAt + delivery.grace + 1,
    });
    return null;
  }
  if (now().getTime() > delivery.dueAt + delivery.grace) {
    await miss(run, delivery);
    return null;
  }
  if (!asked.commit || delivery.dependsOn === null) return delivery;

  const dependency = await store.get(delivery.dependsOn);
  if (dependency?.state === 'published') return delivery;
  if (!dependency || DEAD_ENDS.includes(dependency.state)) {
    await store.move(delivery, 'held', {
      holdBy: 'dependency',
      holdReason: dependency?.account ?? delivery.dependsOn,
      problem: problem('delivery.dependency', { account: dependency?.account ?? '?' }),
      // Woken when the dependency moves; the look in between covers a crash just before waking.
      nextAt: Math.min(now().getTime() + LOOK_AT_HELD, delivery.dueAt + delivery.grace + 1),
    });
    return null;
  }
  await store.move(delivery, delivery.state, { nextAt: now().getTime() + LOOK_AGAIN });
  return null;
}

/** Past its grace: nothing is sent, a person decides. `why` names the cause where it is not the time alone. */
export async function miss(run: Run, delivery: Delivery, why: Problem | null = null): Promise<void> {
  const missed = why ?? problem('delivery.missed', { due: chinaTime(delivery.dueAt) });
  const after = await park(run, delivery, 'missed', missed);
  if (after) run.parts.log('warn', 'delivery missed', { delivery: delivery.id, account: delivery.account });
}
