import type { Knex } from 'knex';
import { z } from 'zod';
import { TABLES } from './schema';

/** How often people may ask for something that costs calls of a platform. */
export interface Allowance {
  /** What is counted, e.g. `ask:wechat`. */
  readonly key: string;
  readonly most: number;
  /** Milliseconds, counted from the first use. */
  readonly within: number;
}

const row = z.object({ since: z.coerce.number() });

/**
 * Uses one, counted over all processes: each step is one conditional update, so two at once never share the last one.
 * @returns when there is another one, milliseconds; null when one was left
 */
export async function takeAllowance(db: Knex, { key, most, within }: Allowance, now: number): Promise<number | null> {
  const table = () => db(TABLES.allowances);
  await table().insert({ key, since: 0, used: 0 }).onConflict('key').ignore();
  const begun = await table()
    .where({ key })
    .where('since', '<=', now - within)
    .update({ since: now, used: 1 });
  if (begun === 1) return null;
  const taken = await table().where({ key }).where('used', '<', most).increment('used', 1);
  if (taken === 1) return null;
  const found: unknown = await table().where({ key }).first('since');
  return row.parse(found).since + within;
}
