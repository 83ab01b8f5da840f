import type { Knex } from 'knex';
import { z } from 'zod';
import type { Quota } from '../../../publishers/contract';
import type { Delivery } from '../delivery';
import { APART } from '../apart';
import { isPostgres } from '../is-postgres';
import { earliest, windowStart } from '../quota';
import { TABLES } from '../schema';

/** A quota that is used up, and when it gives this delivery its turn: milliseconds UTC. */
export interface Full {
  readonly full: Quota;
  readonly opensAt: number;
}

const counted = z.object({ n: z.coerce.number() });
const times = z.array(z.object({ at: z.coerce.number() }));

/** Keeps every other process from counting the uses of this account until the transaction ends. */
export async function lockQuotas(trx: Knex, account: string): Promise<void> {
  if (!isPostgres(trx)) return;
  await trx.raw('select pg_advisory_xact_lock(hashtext(?))', [`mingbai quota ${account}`]);
}

const usesOf = (db: Knex, account: string, { mode }: Quota, since: number) =>
  db(TABLES.spends)
    .where({ account, ...(mode && { mode }) })
    .where('at', '>=', since);

/** Moments at which the account used a quota, since `since`. */
export async function usesSince(db: Knex, account: string, quota: Quota, since: number): Promise<number[]> {
  const rows: unknown = await usesOf(db, account, quota, since).select('at').orderBy('at');
  return times.parse(rows).map(({ at }) => at);
}

async function countUses(db: Knex, account: string, quota: Quota, since: number): Promise<number> {
  const row: unknown = await usesOf(db, account, quota, since).count('at as n').first();
  return counted.parse(row).n;
}

/**
 * Records a use, unless a quota has no room for this delivery and for those that stand before it in the line: order is
 * kept, so that the first one planned is not the one that waits.
 */
export async function spend(
  trx: Knex,
  delivery: Pick<Delivery, 'id' | 'account' | 'mode' | 'dueAt'>,
  quotas: readonly Quota[],
  now: number,
): Promise<Full | null> {
  const { id, account, mode } = delivery;
  for (const quota of quotas.filter((one) => one.mode === null || one.mode === mode)) {
    const since = windowStart(quota.window, now);
    const room = Math.max(0, quota.limit - (await countUses(trx, account, quota, since)));
    const ahead = room > 0 ? await countAhead(trx, delivery, quota, now, room) : 0;
    if (ahead < room) continue;
    const uses = await usesSince(trx, account, quota, since);
    const opensAt = earliest(quota, [...uses, ...Array<number>(ahead).fill(now)], now);
    // A window opens for several at once: one after another, or whoever is quickest would go first. Those ahead of it
    // that still find room now do not stand in that line, even where they have not used it yet.
    const line = (await countAhead(trx, delivery, quota, now, room + quota.limit - 1)) - room;
    return { full: quota, opensAt: opensAt + Math.max(0, line) * APART };
  }
  await trx(TABLES.spends).insert({ delivery: id, account, mode, at: now }).onConflict('delivery').merge();
  return null;
}

/** How many of the account's deliveries, at most `limit`, are due before this one and still on their way. */
async function countAhead(
  trx: Knex,
  { id, account, dueAt }: Pick<Delivery, 'id' | 'account' | 'dueAt'>,
  quota: Quota,
  now: number,
  limit: number,
): Promise<number> {
  const ahead = trx(TABLES.deliveries)
    .select('id')
    .where({ account, kind: 'publish', ...(quota.mode && { mode: quota.mode }) })
    .where('due_at', '<=', now)
    .where(
      (q) =>
        void q.where('due_at', '<', dueAt).orWhere((same) => void same.where('due_at', dueAt).where('id', '<', id)),
    )
    .where(
      (q) => void q.whereIn('state', ['planned', 'preparing', 'ready']).orWhere({ state: 'held', hold_by: 'quota' }),
    )
    .limit(limit);
  const row: unknown = await trx.from(ahead.as('ahead')).count('id as n').first();
  return counted.parse(row).n;
}
