import type { Knex } from 'knex';
import { z } from 'zod';
import type { Quota } from '../../../publishers/contract';
import { deliveryRow, type Delivery } from '../delivery';
import { tellOnce, type Notice } from '../notices';
import { TABLES } from '../schema';
import { FINAL, mayMove, type State } from '../states';
import { columns, jsonText, type Changes } from './changes';
import type { HandOver } from './hand-over';
import { lockQuotas, spend, type Full } from './quota-uses';

/** What happens together with a move, or not at all. */
export interface Together {
  /** Told in the same transaction, so that no crash lets a delivery wait for people who were not told. */
  readonly notice?: Notice | null;
  readonly also?: (trx: Knex) => Promise<unknown>;
  /** Written in the same transaction, but also where the move comes too late: what was tried is kept in any case. */
  readonly attempt?: (trx: Knex) => Promise<unknown>;
}

/** Thrown to undo an intent that a quota forbids; never leaves this file. */
class QuotaFull extends Error {
  constructor(readonly full: Full) {
    super('quota full');
  }
}

/**
 * With nothing to do before a later time, or ever, a run is over: its claim is given back with the same write. The fence
 * stays, so whatever it still wants to change is its own to change until somebody claims anew.
 */
const endsRun = (nextAt: unknown, now: number): boolean =>
  nextAt === null || (typeof nextAt === 'number' && nextAt > now);

const idRow = z.object({ id: z.string(), account: z.string() });

/** Every change of a delivery's state. Each is one conditional update. */
export function moves(db: Knex, now: () => Date, handOver: HandOver) {
  const ms = () => now().getTime();

  const within = <T>(together: boolean, work: (on: Knex) => Promise<T>): Promise<T> =>
    together ? db.transaction(work) : work(db);

  async function put(
    on: Knex,
    where: Readonly<Record<string, unknown>>,
    to: State,
    changes: Record<string, unknown>,
  ): Promise<Delivery | null> {
    const rows: unknown[] = await on(TABLES.deliveries)
      .where(where)
      .update({
        ...(endsRun(changes['next_at'], ms()) ? { lease_owner: null, lease_until: null } : {}),
        ...changes,
        state: to,
        updated_at: ms(),
        ...(FINAL.includes(to) ? { slot: null, next_at: null } : {}),
      })
      .returning('*');
    const after = rows[0] ? deliveryRow.parse(rows[0]) : null;
    return after;
  }

  /** @param later only what has to wait: a run goes on by itself with what is due at once */
  async function hand(on: Knex, delivery: Delivery | null, later: boolean): Promise<void> {
    if (!delivery || delivery.nextAt === null || (later && delivery.nextAt <= ms())) return;
    // Nobody waits for the second of a read-back: the sweep finds it, and the queue is spared half of its messages.
    if (later && delivery.state === 'published') return;
    await handOver?.(on, [{ id: delivery.id, account: delivery.account, at: delivery.nextAt }]);
  }

  const counters = (from: Delivery, to: State) =>
    to === from.state || to === 'committing' ? {} : { tries: 0, asks: 0 };

  /**
   * Changes a claimed delivery, in the state and under the fence in which it was read. Null when it was changed by
   * somebody else meanwhile: then nothing happened and the caller must stop. Staying in the same state is allowed.
   */
  async function move(
    from: Delivery,
    to: State,
    changes: Changes = {},
    { notice = null, also, attempt }: Together = {},
  ): Promise<Delivery | null> {
    if (from.state !== to && !mayMove(from.state, to)) throw new Error(`no transition ${from.state} -> ${to}`);
    return within(notice !== null || also !== undefined || attempt !== undefined || handOver !== null, async (on) => {
      await attempt?.(on);
      const where = { id: from.id, state: from.state, fence: from.fence };
      const after = await put(on, where, to, { ...counters(from, to), ...columns(changes) });
      if (after && notice) await tellOnce(on, notice, ms());
      if (after) await also?.(on);
      await hand(on, after, true);
      return after;
    });
  }

  /**
   * ready → committing: stores the intent, under the fence, and what it uses of the account's quotas, in one
   * transaction. Null when the claim was lost; a `Full` when a quota forbids it now: then nothing happened.
   */
  async function intend(
    from: Delivery,
    quotas: readonly Quota[],
    changes: Changes = {},
  ): Promise<Delivery | Full | null> {
    const intent = { ...changes, intentAt: ms(), answer: null, problem: null };
    if (quotas.length === 0) return move(from, 'committing', intent);
    try {
      return await db.transaction(async (trx) => {
        await lockQuotas(trx, from.account);
        // Written first: SQLite gives one writer at a time, so nobody counts what we are about to use.
        const after = await put(
          trx,
          { id: from.id, state: from.state, fence: from.fence },
          'committing',
          columns(intent),
        );
        const full = after && (await spend(trx, from, quotas, ms()));
        if (full) throw new QuotaFull(full);
        return after;
      });
    } catch (error) {
      if (error instanceof QuotaFull) return error.full;
      throw error;
    }
  }

  /**
   * A person's change: takes the delivery out of the hands of whoever works on it by raising the fence.
   * Null when it is not in the state any more in which the person saw it, or when that state does not allow the move.
   */
  async function decide(from: Delivery, to: State, changes: Changes = {}): Promise<Delivery | null> {
    if (from.state !== to && !mayMove(from.state, to)) return null;
    return within(handOver !== null, async (on) => {
      const after = await put(on, { id: from.id, state: from.state }, to, {
        ...columns(changes),
        fence: on.raw('fence + 1'),
        lease_owner: null,
        lease_until: null,
        tries: 0,
        asks: 0,
      });
      await hand(on, after, false);
      return after;
    });
  }

  /** Makes those that `where` finds look again, the first at `at`, each next one of an account `apart` milliseconds later. */
  async function wake(where: (q: Knex.QueryBuilder) => void, at: number, apart = 0): Promise<void> {
    await within(handOver !== null || apart > 0, async (on) => {
      const rows: unknown = await on(TABLES.deliveries)
        .select('id', 'account')
        .where(where)
        .orderBy('due_at')
        .orderBy('id');
      const turns = new Map<string, number>();
      const woken = z
        .array(idRow)
        .parse(rows)
        .map((row) => {
          const turn = turns.get(row.account) ?? 0;
          turns.set(row.account, turn + 1);
          return { ...row, at: at + turn * apart };
        });
      for (const one of woken)
        await on(TABLES.deliveries).where({ id: one.id }).where(where).update({ next_at: one.at });
      await handOver?.(on, woken);
    });
  }

  /** Together with the end of a withdrawal: what it took back is not public any more. */
  async function markWithdrawn(trx: Knex, target: string | null, reason: string | null): Promise<void> {
    await trx(TABLES.deliveries)
      .where({ id: target, state: 'published' })
      .update({
        ...columns({ holdReason: reason, problem: null, nextAt: null }),
        state: 'withdrawn',
        slot: null,
        fence: trx.raw('fence + 1'),
        updated_at: ms(),
      });
  }

  return {
    move,
    intend,
    decide,
    wake,
    /** Makes those who wait for this delivery look again at once. */
    wakeDependants: (id: string): Promise<void> =>
      wake((q) => void q.where({ depends_on: id }).whereIn('state', ['ready', 'held']), ms()),
    markWithdrawn,
    /** A person says that what a withdrawal was to take back is not public any more. */
    finishWithdrawal: (from: Delivery, at: number): Promise<Delivery | null> =>
      db.transaction(async (trx) => {
        const after = await put(trx, { id: from.id, state: from.state }, 'published', {
          ...columns({ publishedAt: at, problem: null, nextAt: null }),
          receipt: jsonText(from.prepared),
          fence: trx.raw('fence + 1'),
        });
        if (after) await markWithdrawn(trx, from.target, from.reason);
        return after;
      }),
    /** What was used for a call that certainly had no effect is given back. */
    unspend: async (delivery: string): Promise<void> => {
      await db(TABLES.spends).where({ delivery }).delete();
    },
  };
}
