import type { Knex } from 'knex';
import { z } from 'zod';
import type { Json } from '../../publishers/contract';
import { settleNotices } from './notices';
import { TABLES } from './schema';
import { attempts } from './store/attempts';
import { jsonText } from './store/changes';
import { claims } from './store/claims';
import type { HandOver } from './store/hand-over';
import { moves } from './store/moves';
import { plans } from './store/plans';
import { versions } from './store/versions';

/**
 * How the engine reads and changes its tables.
 * @param handOver told of every delivery that will be due, in the transaction that makes it so
 */
export function createStore(db: Knex, now: () => Date, handOver: HandOver = null) {
  const ms = () => now().getTime();
  return {
    db,
    ...claims(db, now),
    ...moves(db, now, handOver),
    ...plans(db, now, handOver),
    ...versions(db),
    ...attempts(db),

    /** How many deliveries people were told of one by one since then. */
    async toldSince(kind: string, at: number): Promise<number> {
      const row: unknown = await db(TABLES.notices)
        .where({ kind })
        .whereNotNull('delivery')
        .where('at', '>', at)
        .count('id as n')
        .first();
      return z.object({ n: z.coerce.number() }).parse(row).n;
    },

    settleNotices: (delivery: string) => settleNotices(db, delivery, ms()),

    async freezes(): Promise<readonly { account: string; reason: string; since: number }[]> {
      const rows: unknown = await db(TABLES.freezes);
      return z.array(z.object({ account: z.string(), reason: z.string(), since: z.coerce.number() })).parse(rows);
    },

    async audit(who: string, action: string, subject: string, facts: Json = null): Promise<void> {
      await db(TABLES.audit).insert({ at: ms(), who, action, subject, facts: jsonText(facts) });
    },
  };
}

export type Store = ReturnType<typeof createStore>;
