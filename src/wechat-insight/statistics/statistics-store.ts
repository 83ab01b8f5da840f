import type { Knex } from 'knex';
import { z } from 'zod';
import type { DayTotals } from '../../../publishers/wechat/statistics/article-totals';
import { TABLES } from '../../delivery/schema';

const totals = z.object({
  day: z.string(),
  readers: z.number(),
  sharers: z.number(),
  wows: z.number(),
  likes: z.number(),
  comments: z.number(),
  favourites: z.number(),
  followers: z.number(),
  finished: z.number().nullable(),
  minutes: z.number().nullable(),
  sources: z.array(z.object({ source: z.string(), readers: z.number() })),
}) satisfies z.ZodType<DayTotals>;

const row = z.object({ delivery: z.string(), totals: z.string() });

/** A day that was counted anew replaces what was known of it. */
export async function keepTotals(db: Knex, delivery: string, days: readonly DayTotals[]): Promise<void> {
  for (const one of days) {
    await db(TABLES.statistics)
      .insert({ delivery, day: one.day, totals: JSON.stringify(one) })
      .onConflict(['delivery', 'day'])
      .merge();
  }
}

/** The days of these deliveries, oldest first, by delivery. */
export async function totalsOf(
  db: Knex,
  deliveries: readonly string[],
): Promise<ReadonlyMap<string, readonly DayTotals[]>> {
  const rows: unknown = await db(TABLES.statistics)
    .whereIn('delivery', [...deliveries])
    .orderBy('day');
  const byDelivery = new Map<string, DayTotals[]>();
  for (const one of z.array(row).parse(rows)) {
    const days = byDelivery.get(one.delivery) ?? [];
    days.push(totals.parse(JSON.parse(one.totals)));
    byDelivery.set(one.delivery, days);
  }
  return byDelivery;
}
