import type { Run } from '../context';
import type { Delivery } from '../delivery';
import { ON_TIME, type LateCause } from '../late-causes';
import { TABLES } from '../schema';

/**
 * The cause to store with a delivery that is late at this moment and has none yet: null where there is nothing to
 * store. `known` is the cause where the caller knows it; otherwise it is told by whether anybody was there.
 */
export async function lateByNow(
  { parts: { store, now } }: Run,
  delivery: Delivery,
  known: LateCause | null = null,
): Promise<LateCause | null> {
  if (delivery.lateCause !== null || now().getTime() - delivery.dueAt <= ON_TIME) return null;
  if (known) return known;
  const there: unknown = await store
    .db(TABLES.workers)
    .where('started_at', '<=', delivery.dueAt)
    .where('at', '>=', delivery.dueAt)
    .first('owner');
  return there ? 'backlog' : 'absence';
}
