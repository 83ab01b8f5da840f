import type { Knex } from 'knex';
import { z } from 'zod';
import type { Account, Problem } from '../../publishers/contract';
import { APART } from './apart';
import { chinaTime } from './china-time';
import type { EngineParts } from './context';
import { problemSchema } from './delivery';
import { tellOnce } from './notices';
import { TABLES } from './schema';
import { STOPPABLE } from './states';
import type { Store } from './store';

/** How far ahead staff are told what an unwell account will hold back, milliseconds. */
const AHEAD = 7 * 24 * 60 * 60_000;
/** How many deliveries are named in the notice. */
const NAMED = 10;
/** Until the first question whether the account is well again, milliseconds. */
const FIRST_PROBE = 60_000;

const row = z.object({ problem: z.string().nullable() });

/** Why deliveries of this account are held back now; null while they go out. */
export async function heldAccount(store: Store, account: string): Promise<Problem | null> {
  const found: unknown = await store.db(TABLES.health).where({ account }).whereNotNull('open_since').first();
  const { problem } = found ? row.parse(found) : { problem: null };
  return problem === null ? null : problemSchema.parse(JSON.parse(problem));
}

/**
 * The platform has refused the account itself. From now on nothing of it is sent; staff are told once, with what that
 * concerns in the next seven days. `recoverAccount` ends it.
 */
export async function tripAccount(parts: EngineParts, account: Account, why: Problem): Promise<void> {
  const { store, now } = parts;
  const at = now().getTime();
  const waiting = await store.openOf(account.name, STOPPABLE, at + AHEAD);
  const lines = waiting.slice(0, NAMED).map((d) => `${chinaTime(d.dueAt)} ${d.explainer}`);
  const more = waiting.length > NAMED ? `，另有 ${waiting.length - NAMED} 条` : '';
  const list = waiting.length > 0 ? `七天内受影响的投放共 ${waiting.length} 条：${lines.join('；')}${more}。` : '';
  await store.db.transaction(async (trx) => {
    await trx(TABLES.health)
      .insert({
        account: account.name,
        healthy: false,
        problem: JSON.stringify(why),
        at,
        open_since: at,
        next_check: at + FIRST_PROBE,
        ill: 1,
      })
      .onConflict('account')
      .merge({
        healthy: false,
        problem: JSON.stringify(why),
        at,
        open_since: trx.raw('coalesce(mb_health.open_since, ?)', [at]),
        next_check: trx.raw('case when mb_health.open_since is null then ? else mb_health.next_check end', [
          at + FIRST_PROBE,
        ]),
      });
    await tellOnce(
      trx,
      {
        occasion: occasionOf(account.name),
        kind: 'account',
        text: `${account.title}：${why.what}${why.next}恢复之前，它的投放先不发出。${list}`,
        delivery: null,
        explainer: null,
      },
      at,
    );
  });
  parts.log('error', 'account refused by its platform; its deliveries are held', {
    account: account.name,
    problem: why.code,
  });
}

/** The account is well: what was held for it looks again, one after another; the next trouble is told anew. */
export async function recoverAccount(store: Store, account: string, at: number): Promise<void> {
  await store.db(TABLES.health).where({ account }).update({ open_since: null });
  await store
    .db(TABLES.notices)
    .where({ occasion: occasionOf(account) })
    .update({ read_at: at, occasion: freed(store.db) });
  await store.wake((q) => void q.where({ account, state: 'held', hold_by: 'account' }), at, APART);
}

const occasionOf = (account: string): string => `account:${account}`;
const freed = (db: Knex) => db.ref('id');
