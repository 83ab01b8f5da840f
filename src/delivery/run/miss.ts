import type { Problem } from '../../../publishers/contract';
import { problem } from '../../../publishers/problems';
import { chinaTime } from '../china-time';
import type { Run } from '../context';
import type { Delivery } from '../delivery';
import { park } from './park';

/** Past its grace: nothing is sent, a person decides. `why` names the cause where it is not the time alone. */
export async function miss(run: Run, delivery: Delivery, why: Problem | null = null): Promise<void> {
  const missed = why ?? problem('delivery.missed', { due: chinaTime(delivery.dueAt) });
  const after = await park(run, delivery, 'missed', missed);
  if (after) run.parts.log('warn', 'delivery missed', { delivery: delivery.id, account: delivery.account });
}
