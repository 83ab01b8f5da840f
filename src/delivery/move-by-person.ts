import type { EngineParts } from './context';
import type { Delivery } from './delivery';
import { stateChanged } from './state-changed';
import type { State } from './states';
import type { Changes } from './store/changes';

/**
 * A person's move, with those told that wait for the delivery.
 * @throws Refusal 409 when the delivery was changed by somebody else meanwhile
 */
export async function moveByPerson(
  parts: Pick<EngineParts, 'store'>,
  delivery: Delivery,
  to: State,
  changes: Changes,
): Promise<Delivery> {
  const after = await parts.store.decide(delivery, to, changes);
  if (!after) throw stateChanged(delivery);
  await parts.store.wakeDependants(after.id);
  return after;
}
