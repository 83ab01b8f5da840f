import type { Run } from '../context';
import type { Delivery } from '../delivery';
import { miss } from './gate';

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
  if (at > delivery.dueAt + delivery.grace) await miss(run, delivery);
  else await store.move(delivery, 'held', { nextAt: delivery.dueAt + delivery.grace + 1 });
  return null;
}

async function isOver(run: Run, delivery: Delivery): Promise<boolean> {
  const { store } = run.parts;
  if (delivery.holdBy === 'freeze') {
    return !(await store.freezes()).some((f) => f.account === '*' || f.account === delivery.account);
  }
  return delivery.dependsOn !== null && (await store.get(delivery.dependsOn))?.state === 'published';
}
