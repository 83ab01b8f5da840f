import { z } from 'zod';
import { APART } from './apart';
import { TABLES } from './schema';
import type { Store } from './store';

/** What somebody sends who freezes: some accounts or all, and the reason that everybody will read. */
export const freezeBody = z.strictObject({
  accounts: z.array(z.string().min(1).max(64)).min(1).optional(),
  reason: z.string().trim().min(1).max(200),
});

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
  // PostgreSQL refuses to touch a row twice in one statement.
  const named = accounts && [...new Set(accounts)];
  const rows = (named ?? ['*']).map((account) => ({ account, reason, frozen_by: who, since: now.getTime() }));
  await store.db(TABLES.freezes).insert(rows).onConflict('account').merge();
  await store.audit(who, 'freeze', '*', { reason, accounts: named });
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
