import { z } from 'zod';
import { TABLES } from './schema';
import type { Store } from './store';

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
