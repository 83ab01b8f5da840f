import type { EngineParts } from './context';
import type { Delivery } from './delivery';
import { moveByPerson } from './move-by-person';
import { publisherOf } from './publisher-of';
import { Refusal } from './refusal';
import { STOPPABLE } from './states';

/**
 * What a person wants of a delivery that waits for one that was cancelled: `hold` it with the reason, `cancel` it too
 * with everything that waits for it, or `release` it to go out at its own time.
 */
export async function settleDependant(
  parts: EngineParts,
  dependant: Delivery,
  wish: 'hold' | 'cancel' | 'release',
  who: string,
): Promise<void> {
  // `wakeDependants` has told it already; its own look holds it.
  if (wish === 'hold') return;
  const current = await parts.store.get(dependant.id);
  if (!current) return;
  if (wish === 'cancel') {
    const further = await parts.store.dependantsOf(current.id, STOPPABLE);
    await moveByPerson(parts, current, 'cancelled', { nextAt: null });
    await parts.store.settleNotices(current.id);
    for (const one of further) await settleDependant(parts, one, wish, who);
  } else {
    const freed = current.state === 'held' && current.holdBy === 'dependency';
    await moveByPerson(parts, current, freed ? 'planned' : current.state, {
      dependsOn: null,
      nextAt: parts.now().getTime(),
      ...(freed && { holdBy: null, holdReason: null, problem: null }),
    });
  }
  await parts.store.audit(who, `${wish}-dependant`, current.id, { from: current.state });
}

/**
 * Texts of the other channels hold the address of the website's page: without it they would lead nowhere.
 * @throws Refusal 409 when those that wait for this delivery must not go out alone
 */
export async function requireReleasable(parts: EngineParts, delivery: Delivery): Promise<void> {
  if ((await publisherOf(parts, delivery)).name !== 'website') return;
  const { items } = await parts.store.list({
    explainer: delivery.explainer,
    account: delivery.account,
    kind: 'publish',
    states: ['published'],
    limit: 1,
  });
  if (items.length > 0) return;
  throw new Refusal(
    409,
    'cancel.website-first',
    '其他渠道的文字里有网站页面的地址，网站不发，链接就打不开。请让它们一起取消，或先保留等待。',
  );
}
