import type { Knex } from 'knex';
import { z } from 'zod';
import type { Problem, Receipt, Removal } from '../../../publishers/contract';
import { deliveryRow, type Delivery, type PlannedDelivery } from '../delivery';
import { newId } from '../new-id';
import { tellOnce, type Notice } from '../notices';
import { TABLES } from '../schema';
import type { State } from '../states';
import { jsonText } from './changes';
import type { HandOver } from './hand-over';

interface PlanRow {
  readonly id: string;
  readonly explainer: string;
  readonly version: string;
  readonly by: string;
}

const turns = z.array(
  z
    .object({ due_at: z.coerce.number(), mode: z.enum(['publish', 'mass']) })
    .transform(({ due_at, mode }) => ({ dueAt: due_at, mode })),
);
export type Turn = z.output<typeof turns>[number];

/** The first moment at which the engine looks at a new withdrawal, or null where a person carries it out. */
export interface NewWithdrawal {
  readonly target: Delivery;
  readonly receipt: Receipt;
  readonly reason: string;
  readonly removal: Removal;
  readonly state: Extract<State, 'planned' | 'manual'>;
  readonly problem: Problem | null;
  readonly notice: ((id: string) => Notice) | null;
  /** How late it may still be carried out by itself, milliseconds. */
  readonly grace: number;
}

/** New deliveries, and questions about many of them. */
export function plans(db: Knex, now: () => Date, handOver: HandOver) {
  const ms = () => now().getTime();
  const deliveries = () => db(TABLES.deliveries);

  return {
    /**
     * Stores a plan with its deliveries and their renditions, and hands them over, in one transaction.
     * @throws when a live delivery of the same version, account and mode exists (unique `slot`)
     */
    async addPlan(
      plan: PlanRow,
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
          const id = ids.get(account) ?? newId();
          const nextAt = p.dueAt - prepareAhead(account);
          await trx(TABLES.renditions)
            .insert({ hash: p.hash, version: plan.version, account, body: JSON.stringify(p.rendition), created_at: at })
            .onConflict('hash')
            .ignore();
          await trx(TABLES.deliveries).insert({
            ...fresh(at),
            id,
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
            after_delay: p.afterDelay,
            follows: p.follows,
            otherwise: p.otherwise,
            problem: jsonText(p.warning),
            slot: `${plan.version}:${account}:${mode}`,
            next_at: nextAt,
          });
          await handOver?.(trx, [{ id, account, at: nextAt }]);
        }
      });
      const rows: unknown[] = await deliveries().where({ plan: plan.id }).orderBy('id');
      return rows.map((row) => deliveryRow.parse(row));
    },

    /**
     * Stores the wish to take something back, as a delivery of its own.
     * @throws when there is one already (unique `slot`)
     */
    async addWithdrawal(withdrawal: NewWithdrawal): Promise<Delivery> {
      const { target, receipt, reason, removal, state, problem, notice, grace } = withdrawal;
      const at = ms();
      const id = newId();
      const [row] = await db.transaction(async (trx): Promise<unknown[]> => {
        const rows: unknown[] = await trx(TABLES.deliveries)
          .insert({
            ...fresh(at),
            id,
            kind: 'withdraw',
            target: target.id,
            reason,
            removal: removal.kind === 'withdrawn' ? null : jsonText(removal),
            plan: target.plan,
            explainer: target.explainer,
            version: target.version,
            account: target.account,
            mode: target.mode,
            rendition: target.rendition,
            prepared: jsonText(receipt),
            due_at: at,
            grace,
            state,
            problem: jsonText(problem),
            slot: `withdraw:${target.id}`,
            next_at: state === 'planned' ? at : null,
          })
          .returning('*');
        if (notice) await tellOnce(trx, notice(id), at);
        if (state === 'planned') await handOver?.(trx, [{ id, account: target.account, at }]);
        return rows;
      });
      return deliveryRow.parse(row);
    },

    /** The newest withdrawal of a delivery, whatever became of it. */
    async withdrawalOf(target: string): Promise<Delivery | null> {
      const row: unknown = await deliveries().where({ kind: 'withdraw', target }).orderBy('id', 'desc').first();
      return row ? deliveryRow.parse(row) : null;
    },

    /** Deliveries that wait for this one and have not gone out. */
    async dependantsOf(id: string, states: readonly State[]): Promise<readonly Delivery[]> {
      const rows: unknown[] = await deliveries()
        .where({ depends_on: id })
        .whereIn('state', [...states])
        .orderBy('id');
      return rows.map((row) => deliveryRow.parse(row));
    },

    /** Those of an account that have not gone out and are due until `until`, in their order. */
    async openOf(account: string, states: readonly State[], until: number): Promise<readonly Delivery[]> {
      const rows: unknown[] = await deliveries()
        .where({ account, kind: 'publish' })
        .whereIn('state', [...states])
        .where('due_at', '<=', until)
        .orderBy('due_at')
        .orderBy('id');
      return rows.map((row) => deliveryRow.parse(row));
    },

    /** When those are due, and how: all that a forecast needs, however many there are. */
    async openTurns(account: string, states: readonly State[], until: number): Promise<readonly Turn[]> {
      const rows: unknown = await deliveries()
        .select('due_at', 'mode')
        .where({ account, kind: 'publish' })
        .whereIn('state', [...states])
        .where('due_at', '<=', until)
        .orderBy('due_at');
      return turns.parse(rows);
    },

    async list(filter: {
      readonly explainer?: string | undefined;
      readonly account?: string | undefined;
      readonly kind?: Delivery['kind'] | undefined;
      readonly states?: readonly State[] | undefined;
      readonly limit: number;
      readonly offset?: number;
    }): Promise<{ items: readonly Delivery[]; total: number }> {
      const where = (q: Knex.QueryBuilder) => {
        if (filter.explainer) void q.where('explainer', filter.explainer);
        if (filter.account) void q.where('account', filter.account);
        if (filter.kind) void q.where('kind', filter.kind);
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
    },
  };
}

const fresh = (at: number) => ({ fence: 0, tries: 0, asks: 0, created_at: at, updated_at: at });
