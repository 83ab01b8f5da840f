import type { Run } from '../context';
import type { Delivery } from '../delivery';
import { heldAccount } from '../account-breaker';
import { LOOK_AT_HELD } from './dependency';
import { miss } from './miss';

/** held → planned when what held it is over, missed when its grace ran out meanwhile. A person's hold stays. */
export async function unhold(run: Run, delivery: Delivery): Promise<Delivery | null> {
  const { store, now } = run.parts;
  const at = now().getTime();
  if (delivery.holdBy === 'person') {
    await store.move(delivery, 'held', { nextAt: null });
    return null;
  }
  const end = delivery.dueAt + delivery.grace + 1;
  if (at >= end) {
    await miss(run, delivery);
    return null;
  }
  if (await isOver(run, delivery)) {
    // What was over before its time delayed nothing. An account's refusal stays known: the next one is for a person.
    const inTime = at < delivery.dueAt && delivery.lateCause !== 'account';
    const free = { holdBy: null, holdReason: null, problem: null, nextAt: at };
    return store.move(delivery, 'planned', { ...free, ...(inTime && { lateCause: null }) });
  }
  const soon = delivery.holdBy === 'dependency' ? at + LOOK_AT_HELD : end;
  await store.move(delivery, 'held', { nextAt: Math.min(soon, end) });
  return null;
}

async function isOver(run: Run, delivery: Delivery): Promise<boolean> {
  const { store } = run.parts;
  switch (delivery.holdBy) {
    case 'freeze':
      return !(await store.freezes()).some((f) => f.account === '*' || f.account === delivery.account);
    case 'account':
      return (await heldAccount(store, delivery.account)) === null;
    case 'dependency':
      return delivery.dependsOn === null || (await store.get(delivery.dependsOn))?.state === 'published';
    // It is looked at when its turn has come; the intent counts again.
    case 'quota':
    case 'person':
    case null:
      return true;
  }
}
