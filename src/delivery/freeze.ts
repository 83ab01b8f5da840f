import { APART } from './apart';
import { TABLES } from './schema';
import type { Store } from './store';

export interface Freeze {
  readonly reason: string;
  /** null = every account. */
  readonly accounts: readonly string[] | null;
  readonly since: string;
}

/** One act that holds all deliveries, or those of some accounts. */
export async function freeze(
  store: Store,
  accounts: readonly string[] | null,
  reason: string,
  who: string,
  now: Date,
): Promise<void> {
  const rows = (accounts ?? ['*']).map((account) => ({ account, reason, frozen_by: who, since: now.getTime() }));
  await store.db(TABLES.freezes).insert(rows).onConflict('account').merge();
  await store.audit(who, 'freeze', accounts?.join(',') ?? '*', { reason });
}

/**
 * Lifts every freeze. What was held by it looks again, one after another instead of all at once, under the rules of
 * its own grace.
 */
export async function lift(store: Store, who: string, now: Date): Promise<void> {
  await store.db(TABLES.freezes).delete();
  await store.wake((q) => void q.where({ state: 'held', hold_by: 'freeze' }), now.getTime(), APART);
  await store.audit(who, 'unfreeze', '*');
}

export async function freezeState(store: Store): Promise<Freeze | null> {
  const rows = await store.freezes();
  const [first] = rows;
  if (!first) return null;
  const all = rows.some((r) => r.account === '*');
  return {
    reason: first.reason,
    accounts: all ? null : rows.map((r) => r.account),
    since: new Date(Math.min(...rows.map((r) => r.since))).toISOString(),
  };
}
