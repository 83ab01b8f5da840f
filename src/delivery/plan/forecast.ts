import type { Account, Problem, Publisher, Quota } from '../../../publishers/contract';
import { problem } from '../../../publishers/problems';
import { chinaTime } from '../china-time';
import type { PlannedDelivery } from '../delivery';
import { schedule, windowStart } from '../quota';
import { STOPPABLE } from '../states';
import type { Store } from '../store';
import type { Turn } from '../store/plans';
import { usesSince } from '../store/quota-uses';

/** Planned deliveries further ahead than this beyond the new one cannot share a window with it. Milliseconds. */
const HORIZON = 32 * 24 * 60 * 60_000;

/**
 * What the quotas of its account will do to a delivery that is being planned, or to those planned before; null when
 * there is room for all. Only foretells: the intent counts again.
 */
export async function forecast(
  store: Store,
  publisher: Publisher,
  account: Account,
  planned: Pick<PlannedDelivery, 'dueAt' | 'grace' | 'rendition'>,
  now: number,
): Promise<Problem | null> {
  const quotas = publisher.quotas(account).filter(({ mode }) => mode === null || mode === planned.rendition.mode);
  if (quotas.length === 0) return null;
  const open = await store.openTurns(account.name, STOPPABLE, planned.dueAt + HORIZON);
  for (const quota of quotas) {
    const others = open.filter(({ mode }) => quota.mode === null || mode === quota.mode);
    const uses = await usesSince(store.db, account.name, quota, windowStart(quota.window, now));
    // Most of the time there is room for everybody, and nothing to compute.
    if (uses.length + others.length < quota.limit) continue;
    const warning = foretell(quota, uses, others, planned);
    if (warning) return warning;
  }
  return null;
}

function foretell(
  quota: Quota,
  uses: readonly number[],
  others: readonly Turn[],
  planned: Pick<PlannedDelivery, 'dueAt' | 'grace'>,
): Problem | null {
  const before = others.map(({ dueAt }) => ({ own: false, dueAt }));
  const line = [...before, { own: true, dueAt: planned.dueAt }].sort((a, b) => a.dueAt - b.dueAt);
  const times = schedule(
    quota,
    uses,
    line.map(({ dueAt }) => dueAt),
  );
  const own = times[line.findIndex((turn) => turn.own)] ?? planned.dueAt;
  if (own > planned.dueAt) {
    const code = own > planned.dueAt + planned.grace ? 'plan.after-grace' : 'plan.over-quota';
    return problem(code, { quota: quota.title, at: chinaTime(own) });
  }
  const alone = schedule(
    quota,
    uses,
    before.map(({ dueAt }) => dueAt),
  );
  const pushed = line
    .map(({ own: isOwn, dueAt }, index) => ({ isOwn, dueAt, at: times[index] ?? dueAt }))
    .filter(({ isOwn }) => !isOwn)
    .find(({ at }, index) => at > (alone[index] ?? at));
  return pushed
    ? problem('plan.pushes-others', { quota: quota.title, due: chinaTime(pushed.dueAt), at: chinaTime(pushed.at) })
    : null;
}
