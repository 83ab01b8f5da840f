import { createHmac } from 'node:crypto';
import type { Knex } from 'knex';
import { TABLES } from '../delivery/schema';

/** How long a push is remembered, milliseconds: the platform repeats within a minute, a recording is refused after five. */
const REMEMBERED = 24 * 60 * 60_000;

/**
 * Remembers what was pushed, for all processes, as hashes under a key of ours: an OpenID cannot be found again in them.
 * @param secret of this installation
 */
export function seenPushes(db: Knex, secret: string) {
  const keyOf = (...parts: readonly string[]): string =>
    createHmac('sha256', `mingbai pushes 1 ${secret}`).update(JSON.stringify(parts)).digest('base64url');

  /** One statement, and the database decides who was first. */
  async function insert(key: string, at: number): Promise<boolean> {
    const made: unknown[] = await db(TABLES.pushes).insert({ key, at }).onConflict('key').ignore().returning('key');
    return made.length === 1;
  }

  return {
    /**
     * Whether this push is new: neither its address (a recording of an old request) nor its occasion (another copy of the
     * message) was there before.
     * @param at milliseconds UTC
     */
    async isNew(account: string, address: readonly string[], occasion: string, at: number): Promise<boolean> {
      // In the clear an address is signed and its body is not, so it is used up by its first use, whatever it carries.
      if (!(await insert(keyOf(account, 'address', ...address), at))) return false;
      return insert(keyOf(account, 'occasion', occasion), at);
    },
    /** What could not be dealt with may come again. */
    async forget(account: string, address: readonly string[], occasion: string): Promise<void> {
      const keys = [keyOf(account, 'address', ...address), keyOf(account, 'occasion', occasion)];
      await db(TABLES.pushes).whereIn('key', keys).delete();
    },
    async forgetOld(now: number): Promise<void> {
      await db(TABLES.pushes)
        .where('at', '<', now - REMEMBERED)
        .delete();
    },
  };
}
