import type { Knex } from 'knex';
import { z } from 'zod';
import { problemSchema, type Attempt, type Delivery } from '../delivery';
import { TABLES } from '../schema';
import { jsonText } from './changes';

const attemptRow = z
  .object({
    delivery: z.string(),
    at: z.coerce.number(),
    step: z.enum(['prepare', 'commit', 'confirm', 'withdraw', 'person']),
    outcome: z.string(),
    problem: z.string().nullable(),
    exchanges: z.string().nullable(),
  })
  .transform((r): Attempt & { readonly delivery: string } => ({
    delivery: r.delivery,
    at: r.at,
    step: r.step,
    outcome: r.outcome,
    problem: r.problem === null ? null : problemSchema.parse(JSON.parse(r.problem)),
    // Written by ourselves a moment ago and shown to people only; no decision hangs on its shape.
    exchanges: r.exchanges === null ? [] : (JSON.parse(r.exchanges) as Attempt['exchanges']),
  }));

/** What was tried and what came back. Rows are only ever added. */
export function attempts(db: Knex) {
  return {
    async appendAttempt(
      delivery: Pick<Delivery, 'id' | 'fence'>,
      owner: string,
      attempt: Attempt,
      on: Knex = db,
    ): Promise<void> {
      await on(TABLES.attempts).insert({
        delivery: delivery.id,
        at: attempt.at,
        step: attempt.step,
        outcome: attempt.outcome,
        problem: jsonText(attempt.problem),
        exchanges: attempt.exchanges.length > 0 ? jsonText(attempt.exchanges) : null,
        fence: delivery.fence,
        owner,
      });
    },
    async attempts(delivery: string): Promise<readonly Attempt[]> {
      const rows: unknown[] = await db(TABLES.attempts).where({ delivery }).orderBy('id');
      return rows.map((row) => withoutDelivery(attemptRow.parse(row)));
    },
    /** Those of several deliveries, by delivery, in one question. Exchanges are left out. */
    async attemptsOf(deliveries: readonly string[]): Promise<ReadonlyMap<string, readonly Attempt[]>> {
      const rows: unknown[] = await db(TABLES.attempts)
        .select('delivery', 'at', 'step', 'outcome', 'problem', db.raw('null as exchanges'))
        .whereIn('delivery', [...deliveries])
        .orderBy('id');
      const found = new Map<string, Attempt[]>(deliveries.map((id) => [id, []]));
      for (const row of rows) {
        const parsed = attemptRow.parse(row);
        found.get(parsed.delivery)?.push(withoutDelivery(parsed));
      }
      return found;
    },
  };
}

const withoutDelivery = ({ at, step, outcome, problem, exchanges }: Attempt): Attempt => ({
  at,
  step,
  outcome,
  problem,
  exchanges,
});
