import { problem } from '../../../publishers/problems';
import { heldAccount } from '../account-breaker';
import type { Run } from '../context';
import type { Delivery } from '../delivery';
import { lateFrom, passDependency } from './dependency';
import { hold } from './hold';
import { miss } from './miss';

/**
 * What stands between a delivery and its next step: a freeze, its grace, an account that is unwell, a dependency.
 * Answers the delivery where it may go on, null where it was parked. `commit: true` also asks for the dependency's
 * receipt.
 */
export async function passGate(run: Run, delivery: Delivery, asked: { commit: boolean }): Promise<Delivery | null> {
  const { store, now } = run.parts;
  const freeze = (await store.freezes()).find((f) => f.account === delivery.account || f.account === '*');
  if (freeze) {
    await hold(run, delivery, 'freeze', freeze.reason, problem('delivery.frozen', { reason: freeze.reason }));
    return null;
  }
  const from = await lateFrom(run, delivery);
  if (from !== null && now().getTime() > from + delivery.grace) {
    await miss(run, delivery);
    return null;
  }
  const unwell = await heldAccount(store, delivery.account);
  if (unwell) {
    await hold(run, delivery, 'account', unwell.what, unwell);
    return null;
  }
  return asked.commit ? passDependency(run, delivery) : delivery;
}
