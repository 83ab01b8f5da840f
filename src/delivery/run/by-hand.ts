import type { Problem } from '../../../publishers/contract';
import { problem } from '../../../publishers/problems';
import type { Run } from '../context';
import type { Delivery } from '../delivery';
import { isByHand, knownProfiles } from '../profiles';
import { park } from './park';

/** How long a person may take before he is reminded, milliseconds. */
const FIRST_REMINDER = 60 * 60_000;

/** Why a person has to post it; null where the account may do so by interface, or was never asked. */
export async function whyByHand(run: Run, delivery: Delivery): Promise<Problem | null> {
  const known = (await knownProfiles(run.parts.store)).get(delivery.account);
  if (!isByHand(known, delivery.mode)) return null;
  return problem('delivery.by-hand', { platform: run.publisher.title });
}

/** Leaves it to a person, and looks again in time to remind. */
export async function leaveByHand(run: Run, delivery: Delivery, why: Problem): Promise<null> {
  const at = run.parts.now().getTime();
  const end = endOf(delivery);
  await park(run, delivery, 'manual', why, {
    nextAt: end > at ? Math.min(at + FIRST_REMINDER, end) : at + FIRST_REMINDER,
  });
  return null;
}

/** manual → manual: reminds staff an hour after it became theirs, and when the grace is over; never more. */
export async function remind(run: Run, delivery: Delivery): Promise<null> {
  const { store, now } = run.parts;
  const at = now().getTime();
  const end = endOf(delivery);
  const isLate = at >= end;
  const when = isLate ? '已超过允许的延迟，还没有人发布' : '已经等了 1 小时，还没有人发布';
  await store.move(
    delivery,
    'manual',
    { asks: delivery.asks + 1, nextAt: isLate ? null : end },
    {
      notice: {
        occasion: `manual-reminder:${delivery.asks}:${delivery.id}`,
        kind: 'manual',
        text: `${run.account.title}：有一条等人发布的稿件${when}。请发布后贴上链接；不发了请取消。`,
        delivery: delivery.id,
        explainer: delivery.explainer,
      },
    },
  );
  return null;
}

const endOf = ({ dueAt, grace }: Delivery): number => dueAt + grace + 1;
