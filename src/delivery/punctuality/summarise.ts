import type { Knex } from 'knex';
import { z } from 'zod';
import { ON_TIME } from '../late-causes';
import { DELAY, dueIn } from './delay';
import type { Span } from './span';

export interface Punctuality {
  /** Deliveries that were due. */
  readonly count: number;
  /** Of these, those that went out. */
  readonly sent: number;
  /** Of these, those that went out within two seconds. */
  readonly onTime: number;
  /** Part of all that were due, 0 to 1; null when nothing was. */
  readonly onTimeShare: number | null;
  /** Delays of those that went out, seconds; null when none did. */
  readonly p50: number | null;
  readonly p99: number | null;
  readonly worst: number | null;
}

const totals = z.object({ count: z.coerce.number(), sent: z.coerce.number(), on_time: z.coerce.number() });
const delayed = z.object({ delay: z.coerce.number() });

/** The figures of a span. The database sorts, so that a year of deliveries costs no memory here. */
export async function summarise(db: Knex, span: Span): Promise<Punctuality> {
  const row: unknown = await dueIn(db, span)
    .count({ count: '*' })
    .select(db.raw(`count(${DELAY}) as sent`))
    .select(db.raw(`count(case when ${DELAY} <= ? then 1 end) as on_time`, [ON_TIME]))
    .first();
  const { count, sent, on_time: onTime } = totals.parse(row);

  /** The smallest delay that so many of a hundred do not exceed. */
  async function percentile(percent: number): Promise<number | null> {
    if (sent === 0) return null;
    const found: unknown = await dueIn(db, span)
      .whereRaw(`${DELAY} is not null`)
      .select(db.raw(`${DELAY} as delay`))
      .orderByRaw(DELAY)
      .offset(Math.max(0, Math.ceil((sent * percent) / 100) - 1))
      .limit(1)
      .first();
    // Null only when something changed between two questions.
    return found === undefined ? null : toSeconds(delayed.parse(found).delay);
  }
  return {
    count,
    sent,
    onTime,
    onTimeShare: count === 0 ? null : onTime / count,
    p50: await percentile(50),
    p99: await percentile(99),
    worst: await percentile(100),
  };
}

/** Never less than nothing: a clock that was set back is no merit. */
export const toSeconds = (milliseconds: number): number => Math.max(0, milliseconds) / 1_000;
