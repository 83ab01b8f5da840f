import type { Run } from '../context';
import type { Delivery } from '../delivery';
import { LOOK_AT_HELD, miss } from './gate';

/** held → planned when what held it is over, missed when its grace ran out meanwhile. A person's hold stays. */
export async function unhold(run: Run, delivery: Delivery): Promise<Delivery | null> {
  const { store, now } = run.parts;
  const at = now().getTime();
  if (delivery.holdBy === 'person') {
    await store.move(delivery, 'held', { nextAt: null });
    return null;
  }
  if (await isOver(run, delivery)) {
    return store.move(delivery, 'planned', { holdBy: null, holdReason: null, problem: null, nextAt: at });
  }
  const end = delivery.dueAt + delivery.grace + 1;
  if (at >= end) {
    await miss(run, delivery);
    return null;
  }
  const soon = delivery.holdBy === 'dependency' ? at + LOOK_AT_HELD : end;
  await store.move(delivery, 'held', { nextAt: Math.min(soon, end) });
  return null;
}

async function isOver(run: Run, delivery: Delivery): Promise<boolean> {
  const { store } = run.parts;
  if (delivery.holdBy === 'freeze') {
    return !(await store.freezes()).some((f) => f.account === '*' || f.account === delivery.account);
  }
  return delivery.dependsOn !== null && (await store.get(delivery.dependsOn))?.state === 'published';
}
