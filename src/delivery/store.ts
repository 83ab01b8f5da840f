import type { Knex } from 'knex';
import { z } from 'zod';
import type { Json, Problem, Receipt, Rendition, Version } from '../../publishers/contract';
import { content } from '../../publishers/content';
import { deliveryRow, problemSchema, type Attempt, type Delivery, type PlannedDelivery } from './delivery';
import { newId } from './new-id';
import { settleNotices, tellOnce, type Notice } from './notices';
import { TABLES } from './schema';
import { FINAL, mayMove, type State } from './states';

/** What a move may change beside the state. `nextAt: null` = never looked at again by itself. */
export interface Changes {
  dueAt?: number;
  nextAt?: number | null;
  done?: Json;
  prepared?: Json;
  intentAt?: number | null;
  answer?: Json;
  pendingSince?: number | null;
  tries?: number;
  asks?: number;
  receipt?: Receipt | null;
  problem?: Problem | null;
  holdBy?: 'person' | 'freeze' | 'dependency' | null;
  holdReason?: string | null;
  publishedAt?: number | null;
}

export { newId } from './new-id';

const dueRow = z.object({ id: z.string(), account: z.string() });
export type DueDelivery = z.infer<typeof dueRow>;

const text = (value: unknown): string | null => (value === null || value === undefined ? null : JSON.stringify(value));

function columns(changes: Changes): Record<string, unknown> {
  const all: Record<string, unknown> = {
    due_at: changes.dueAt,
    next_at: changes.nextAt,
    done: changes.done === undefined ? undefined : text(changes.done),
    prepared: changes.prepared === undefined ? undefined : text(changes.prepared),
    intent_at: changes.intentAt,
    answer: changes.answer === undefined ? undefined : text(changes.answer),
    pending_since: changes.pendingSince,
    tries: changes.tries,
    asks: changes.asks,
    receipt: changes.receipt === undefined ? undefined : text(changes.receipt),
    problem: changes.problem === undefined ? undefined : text(changes.problem),
    hold_by: changes.holdBy,
    hold_reason: changes.holdReason,
    published_at: changes.publishedAt,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

const versionRow = z.object({
  id: z.string(),
  explainer: z.string(),
  number: z.number(),
  hash: z.string(),
  content: z.string(),
  signed_at: z.coerce.number(),
  signed_by: z.string(),
});

export interface StoredVersion extends Version {
  readonly signedBy: string;
}

const attemptRow = z
  .object({
    at: z.coerce.number(),
    step: z.enum(['prepare', 'commit', 'confirm', 'withdraw', 'person']),
    outcome: z.string(),
    problem: z.string().nullable(),
    exchanges: z.string().nullable(),
  })
  .transform((r): Attempt => ({
    at: r.at,
    step: r.step,
    outcome: r.outcome,
    problem: r.problem === null ? null : problemSchema.parse(JSON.parse(r.problem)),
    // Written by ourselves a moment ago and shown to people only; no decision hangs on its shape.
    exchanges: r.exchanges === null ? [] : (JSON.parse(r.exchanges) as Attempt['exchanges']),
  }));

/** How the engine reads and changes its tables. Every change of state is one conditional update. */
export function createStore(db: Knex, now: () => Date) {
  const ms = () => now().getTime();
  const deliveries = () => db(TABLES.deliveries);

  async function get(id: string): Promise<Delivery | null> {
    const row: unknown = await deliveries().where({ id }).first();
    return row ? deliveryRow.parse(row) : null;
  }

  /**
   * Takes a due delivery for `lease` milliseconds. The fence rises with each claim: whoever was late with an older
   * one can change nothing any more. Null when somebody else was faster.
   */
  async function claim(id: string, owner: string, lease: number): Promise<Delivery | null> {
    const at = ms();
    const count = await deliveries()
      .where({ id })
      .where('next_at', '<=', at)
      .where((q) => void q.whereNull('lease_until').orWhere('lease_until', '<', at))
      .update({ lease_owner: owner, lease_until: at + lease, fence: db.raw('fence + 1') });
    return count === 1 ? get(id) : null;
  }

  /** Keeps a claim alive. False when it was lost. */
  async function renew(delivery: Delivery, lease: number): Promise<boolean> {
    const count = await deliveries()
      .where({ id: delivery.id, fence: delivery.fence })
      .update({ lease_until: ms() + lease });
    return count === 1;
  }

  /**
   * Changes a claimed delivery, in the state and under the fence in which it was read. Null when it was changed by
   * somebody else meanwhile: then nothing happened and the caller must stop. Staying in the same state is allowed.
   * @param notice told in the same transaction, so that no crash lets a delivery wait for people who were not told
   */
  async function move(
    from: Delivery,
    to: State,
    changes: Changes = {},
    notice: Notice | null = null,
  ): Promise<Delivery | null> {
    if (from.state !== to && !mayMove(from.state, to)) throw new Error(`no transition ${from.state} -> ${to}`);
    const release = to === from.state || to === 'committing' ? {} : { tries: 0, asks: 0 };
    const update = async (on: Knex): Promise<boolean> => {
      const count = await on(TABLES.deliveries)
        .where({ id: from.id, state: from.state, fence: from.fence })
        .update({
          ...release,
          ...columns(changes),
          state: to,
          updated_at: ms(),
          ...(FINAL.includes(to) ? { slot: null, next_at: null } : {}),
        });
      if (count === 1 && notice) await tellOnce(on, notice, ms());
      return count === 1;
    };
    const moved = notice ? await db.transaction(update) : await update(db);
    return moved ? get(from.id) : null;
  }

  /** Gives a claim back. */
  async function release(delivery: Delivery): Promise<void> {
    await deliveries()
      .where({ id: delivery.id, fence: delivery.fence })
      .update({ lease_owner: null, lease_until: null });
  }

  /**
   * A person's change: takes the delivery out of the hands of whoever works on it by raising the fence.
   * Null when it is not in the state any more in which the person saw it, or when that state does not allow the move.
   */
  async function decide(from: Delivery, to: State, changes: Changes = {}): Promise<Delivery | null> {
    if (from.state !== to && !mayMove(from.state, to)) return null;
    const count = await deliveries()
      .where({ id: from.id, state: from.state })
      .update({
        ...columns(changes),
        state: to,
        fence: db.raw('fence + 1'),
        lease_owner: null,
        lease_until: null,
        tries: 0,
        asks: 0,
        updated_at: ms(),
        ...(FINAL.includes(to) ? { slot: null, next_at: null } : {}),
      });
    return count === 1 ? get(from.id) : null;
  }

  /** Deliveries to look at now, most urgent first, but for those of the accounts in `except`. */
  async function due(limit: number, except: readonly string[] = []): Promise<readonly DueDelivery[]> {
    const at = ms();
    const rows: unknown = await deliveries()
      .select('id', 'account')
      .where('next_at', '<=', at)
      .where((q) => void q.whereNull('lease_until').orWhere('lease_until', '<', at))
      .whereNotIn('account', [...except])
      .orderBy('next_at')
      .orderBy('id')
      .limit(limit);
    return z.array(dueRow).parse(rows);
  }

  /** Makes those who wait for this delivery look again at once. */
  async function wakeDependants(id: string): Promise<void> {
    await deliveries().where({ depends_on: id }).whereIn('state', ['ready', 'held']).update({ next_at: ms() });
  }

  async function appendAttempt(delivery: Delivery, owner: string, attempt: Attempt): Promise<void> {
    await db(TABLES.attempts).insert({
      delivery: delivery.id,
      at: attempt.at,
      step: attempt.step,
      outcome: attempt.outcome,
      problem: text(attempt.problem),
      exchanges: attempt.exchanges.length > 0 ? text(attempt.exchanges) : null,
      fence: delivery.fence,
      owner,
    });
  }

  async function attempts(delivery: string): Promise<readonly Attempt[]> {
    const rows: unknown = await db(TABLES.attempts).where({ delivery }).orderBy('id');
    return z.array(attemptRow).parse(rows);
  }

  async function version(id: string): Promise<StoredVersion | null> {
    const row: unknown = await db(TABLES.versions).where({ id }).first();
    return row ? toVersion(row) : null;
  }

  async function versionsOf(explainer: string): Promise<readonly StoredVersion[]> {
    const rows: unknown[] = await db(TABLES.versions).where({ explainer }).orderBy('number');
    return rows.map(toVersion);
  }

  async function addVersion(v: StoredVersion): Promise<void> {
    await db(TABLES.versions).insert({
      id: v.id,
      explainer: v.explainer,
      number: v.number,
      hash: v.hash,
      content: JSON.stringify(v.content),
      signed_at: Date.parse(v.signedAt),
      signed_by: v.signedBy,
    });
  }

  async function rendition(hash: string): Promise<Rendition | null> {
    const row: unknown = await db(TABLES.renditions).select('body').where({ hash }).first();
    // Written by `addPlan` from a Rendition; the engine compares its hash again before it sends anything.
    return row ? (JSON.parse(z.object({ body: z.string() }).parse(row).body) as Rendition) : null;
  }

  /**
   * Stores a plan with its deliveries and their renditions in one transaction.
   * @throws when a live delivery of the same version, account and mode exists (unique `slot`)
   */
  async function addPlan(
    plan: { readonly id: string; readonly explainer: string; readonly version: string; readonly by: string },
    planned: readonly PlannedDelivery[],
    prepareAhead: (account: string) => number,
  ): Promise<readonly Delivery[]> {
    const at = ms();
    const ids = new Map(planned.map((p) => [p.rendition.account, newId()]));
    await db.transaction(async (trx) => {
      await trx(TABLES.plans).insert({
        id: plan.id,
        explainer: plan.explainer,
        version: plan.version,
        created_by: plan.by,
        created_at: at,
      });
      for (const p of planned) {
        const { account, mode } = p.rendition;
        await trx(TABLES.renditions)
          .insert({ hash: p.hash, version: plan.version, account, body: JSON.stringify(p.rendition), created_at: at })
          .onConflict('hash')
          .ignore();
        await trx(TABLES.deliveries).insert({
          id: ids.get(account),
          plan: plan.id,
          explainer: plan.explainer,
          version: plan.version,
          account,
          mode,
          rendition: p.hash,
          due_at: p.dueAt,
          grace: p.grace,
          state: 'planned',
          depends_on: p.after === null ? null : (ids.get(p.after) ?? p.after),
          slot: `${plan.version}:${account}:${mode}`,
          next_at: p.dueAt - prepareAhead(account),
          fence: 0,
          tries: 0,
          asks: 0,
          created_at: at,
          updated_at: at,
        });
      }
    });
    const rows: unknown[] = await deliveries().where({ plan: plan.id }).orderBy('id');
    return rows.map((row) => deliveryRow.parse(row));
  }

  async function list(filter: {
    readonly explainer?: string | undefined;
    readonly account?: string | undefined;
    readonly states?: readonly State[] | undefined;
    readonly limit: number;
    readonly offset?: number;
  }): Promise<{ items: readonly Delivery[]; total: number }> {
    const where = (q: Knex.QueryBuilder) => {
      if (filter.explainer) void q.where('explainer', filter.explainer);
      if (filter.account) void q.where('account', filter.account);
      if (filter.states) void q.whereIn('state', [...filter.states]);
    };
    const rows: unknown[] = await deliveries()
      .where(where)
      .orderBy([
        { column: 'due_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(filter.limit)
      .offset(filter.offset ?? 0);
    const count: unknown = await deliveries().where(where).count('id as total').first();
    return {
      items: rows.map((row) => deliveryRow.parse(row)),
      total: z.object({ total: z.coerce.number() }).parse(count).total,
    };
  }

  /** How many deliveries people were told of one by one since then. */
  async function toldSince(kind: string, at: number): Promise<number> {
    const row: unknown = await db(TABLES.notices)
      .where({ kind })
      .whereNotNull('delivery')
      .where('at', '>', at)
      .count('id as n')
      .first();
    return z.object({ n: z.coerce.number() }).parse(row).n;
  }

  async function freezes(): Promise<readonly { account: string; reason: string; since: number }[]> {
    const rows: unknown = await db(TABLES.freezes);
    return z.array(z.object({ account: z.string(), reason: z.string(), since: z.coerce.number() })).parse(rows);
  }

  async function audit(who: string, action: string, subject: string, facts: Json = null): Promise<void> {
    await db(TABLES.audit).insert({ at: ms(), who, action, subject, facts: text(facts) });
  }

  return {
    db,
    get,
    claim,
    renew,
    move,
    release,
    decide,
    due,
    wakeDependants,
    appendAttempt,
    attempts,
    version,
    versionsOf,
    addVersion,
    rendition,
    addPlan,
    list,
    toldSince,
    settleNotices: (delivery: string) => settleNotices(db, delivery, ms()),
    freezes,
    audit,
  };
}

export type Store = ReturnType<typeof createStore>;

function toVersion(row: unknown): StoredVersion {
  const v = versionRow.parse(row);
  return {
    id: v.id,
    explainer: v.explainer,
    number: v.number,
    hash: v.hash,
    content: content.parse(JSON.parse(v.content)),
    signedAt: new Date(v.signed_at).toISOString(),
    signedBy: v.signed_by,
  };
}
