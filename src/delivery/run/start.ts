import type { Run } from '../context';
import type { Delivery } from '../delivery';
import { passGate } from './gate';
import { lateByNow } from './late-by-now';

/** planned → preparing, once the time to prepare has come. */
export async function start(run: Run, delivery: Delivery): Promise<Delivery | null> {
  const begin = delivery.dueAt - run.publisher.prepareAhead * 1_000;
  if (run.parts.now().getTime() < begin) {
    await run.parts.store.move(delivery, 'planned', { nextAt: begin });
    return null;
  }
  const open = await passGate(run, delivery, { commit: false });
  const lateCause = open && (await lateByNow(run, open));
  return open && run.parts.store.move(open, 'preparing', lateCause ? { lateCause } : {});
}
