import type { Knex } from 'knex';
import { z } from 'zod';
import { newId } from './new-id';
import { TABLES } from './schema';
import type { Store } from './store';

export interface Notice {
  /** Told once, until somebody has acted: see `settleNotices`. */
  readonly occasion: string;
  readonly kind: string;
  /** zh-Hans: what happened, then what to do. */
  readonly text: string;
  readonly delivery: string | null;
  readonly explainer: string | null;
}

/** Tells staff, unless the same occasion is told already. @param db the database, or the transaction to do it in */
export async function tellOnce(db: Knex, notice: Notice, at: number): Promise<void> {
  await db(TABLES.notices)
    .insert({ id: newId(), ...notice, at, read_at: null })
    .onConflict('occasion')
    .ignore();
}

/**
 * What was said of a delivery needs nobody any more: somebody acted, or it is published. Their occasions become free,
 * so that the same trouble is told anew should it come back.
 */
export async function settleNotices(db: Knex, delivery: string, at: number): Promise<void> {
  await db(TABLES.notices)
    .where({ delivery })
    .update({ read_at: db.raw('coalesce(read_at, ?)', [at]), occasion: db.ref('id') });
}

const row = z
  .object({
    id: z.string(),
    kind: z.string(),
    text: z.string(),
    delivery: z.string().nullable(),
    explainer: z.string().nullable(),
    at: z.coerce.number(),
    read_at: z.coerce.number().nullable(),
  })
  .transform(({ at, read_at, ...notice }) => ({
    ...notice,
    at: new Date(at).toISOString(),
    readAt: read_at === null ? null : new Date(read_at).toISOString(),
  }));

/** The newest hundred things that staff were told, unread first. */
export async function notices(store: Store): Promise<readonly z.output<typeof row>[]> {
  const rows: unknown = await store
    .db(TABLES.notices)
    .orderByRaw('case when read_at is null then 0 else 1 end, at desc')
    .limit(100);
  return z.array(row).parse(rows);
}

export async function markNoticeRead(store: Store, id: string, now: Date): Promise<void> {
  await store.db(TABLES.notices).where({ id }).whereNull('read_at').update({ read_at: now.getTime() });
}
