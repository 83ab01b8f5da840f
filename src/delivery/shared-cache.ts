import type { Knex } from 'knex';
import { z } from 'zod';
import type { SharedCache } from '../../publishers/contract';
import { TABLES } from './schema';

/** Values that all processes share, in the database. Values that may be secret are sealed by the caller's `seal`. */
export function createSharedCache(
  db: Knex,
  now: () => Date,
  seal: { readonly close: (plain: string) => string; readonly open: (sealed: string) => string },
): SharedCache {
  return {
    async get(key) {
      const row: unknown = await db(TABLES.cache).where({ key }).where('expires_at', '>', now().getTime()).first();
      return row ? seal.open(z.object({ value: z.string() }).parse(row).value) : null;
    },
    async set(key, value, secondsToLive) {
      const seconds = Math.floor(secondsToLive);
      if (seconds <= 0) return;
      const row = { key, value: seal.close(value), expires_at: now().getTime() + seconds * 1_000 };
      await db(TABLES.cache).insert(row).onConflict('key').merge();
    },
    async delete(key) {
      await db(TABLES.cache).where({ key }).delete();
    },
  };
}
