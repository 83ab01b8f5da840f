import type { Knex } from 'knex';
import { z } from 'zod';
import { deliveryRow, type Delivery } from '../delivery';
import { lateCauseWords } from '../late-causes';
import type { State } from '../states';
import { causeOf } from './cause-of';
import { ACTUAL, dueIn } from './delay';
import type { Place } from './place';
import type { Span } from './span';
import { toSeconds } from './summarise';

/** One promise and what became of it. */
export interface PunctualityRow {
  readonly delivery: string;
  readonly explainer: string;
  readonly account: string;
  readonly mode: Delivery['mode'];
  readonly state: State;
  /** When it was due. */
  readonly planned: string;
  /** The second in which the irreversible call was made, or in which a person said that he had posted it. */
  readonly actual: string | null;
  /** When the platform had confirmed it. */
  readonly confirmed: string | null;
  /** From `planned` to `actual`; null while it has not gone out. */
  readonly delaySeconds: number | null;
  /** Why it was late or has not gone out; null when it was on time. */
  readonly cause: string | null;
  readonly causeText: string | null;
}

const measured = z.object({ actual: z.coerce.number().nullable() });

/**
 * A page of the span, in the order of the planned times.
 * @param after where the page before ended; null for the first
 */
export async function punctualityRows(
  db: Knex,
  span: Span,
  { limit, after, now }: { readonly limit: number; readonly after: Place | null; readonly now: number },
): Promise<{ readonly rows: readonly PunctualityRow[]; readonly next: Place | null }> {
  const answer: unknown = await dueIn(db, after ? { ...span, from: Math.max(span.from, after.dueAt) } : span)
    .where((q) => {
      if (after) void q.where('due_at', '>', after.dueAt).orWhere('id', '>', after.id);
    })
    .select('*', db.raw(`${ACTUAL} as actual`))
    .orderBy('due_at')
    .orderBy('id')
    .limit(limit + 1);
  const found = z.array(z.unknown()).parse(answer);
  const page = found.slice(0, limit).map((row) => present(deliveryRow.parse(row), measured.parse(row).actual, now));
  const last = page.at(-1);
  return {
    rows: page,
    next: found.length > limit && last ? { dueAt: Date.parse(last.planned), id: last.delivery } : null,
  };
}

function present(delivery: Delivery, actual: number | null, now: number): PunctualityRow {
  const cause = causeOf(delivery, actual, now);
  return {
    delivery: delivery.id,
    explainer: delivery.explainer,
    account: delivery.account,
    mode: delivery.mode,
    state: delivery.state,
    planned: iso(delivery.dueAt),
    actual: actual === null ? null : iso(actual),
    confirmed: delivery.publishedAt === null ? null : iso(delivery.publishedAt),
    delaySeconds: actual === null ? null : toSeconds(actual - delivery.dueAt),
    cause,
    causeText: cause === null ? null : lateCauseWords(cause),
  };
}

const iso = (at: number): string => new Date(at).toISOString();
