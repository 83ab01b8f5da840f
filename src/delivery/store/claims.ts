import type { Knex } from 'knex';
import { z } from 'zod';
import { deliveryRow, type Delivery } from '../delivery';
import { TABLES } from '../schema';

const dueRow = z.object({ id: z.string(), account: z.string() });
export type DueDelivery = z.infer<typeof dueRow>;

/** Who works on what. A claim is a lease in time and a rising fence. */
export function claims(db: Knex, now: () => Date) {
  const ms = () => now().getTime();
  const deliveries = () => db(TABLES.deliveries);
  const unclaimed = (at: number) => (q: Knex.QueryBuilder) =>
    void q.whereNull('lease_until').orWhere('lease_until', '<', at);

  async function get(id: string): Promise<Delivery | null> {
    const row: unknown = await deliveries().where({ id }).first();
    return row ? deliveryRow.parse(row) : null;
  }

  return {
    get,

    /**
     * Takes a due delivery for `lease` milliseconds. The fence rises with each claim: whoever was late with an older
     * one can change nothing any more. Null when somebody else was faster, or it is not due.
     */
    async claim(id: string, owner: string, lease: number): Promise<Delivery | null> {
      const at = ms();
      const rows: unknown[] = await deliveries()
        .where({ id })
        .where('next_at', '<=', at)
        .where(unclaimed(at))
        .update({ lease_owner: owner, lease_until: at + lease, fence: db.raw('fence + 1') })
        .returning('*');
      return rows[0] ? deliveryRow.parse(rows[0]) : null;
    },

    /** Keeps a claim alive. False when it was lost. */
    async renew(delivery: Delivery, lease: number): Promise<boolean> {
      const count = await deliveries()
        .where({ id: delivery.id, fence: delivery.fence })
        .whereNotNull('lease_owner')
        .update({ lease_until: ms() + lease });
      return count === 1;
    },

    /** Gives a claim back, where the last move has not done so. */
    async release(delivery: Delivery): Promise<void> {
      await deliveries()
        .where({ id: delivery.id, fence: delivery.fence })
        .whereNotNull('lease_owner')
        .update({ lease_owner: null, lease_until: null });
    },

    /**
     * Deliveries to look at now, most urgent first, but for those of the accounts in `except`.
     * @param behind only those that are due for longer than this, milliseconds
     */
    async due(limit: number, except: readonly string[] = [], behind = 0): Promise<readonly DueDelivery[]> {
      const at = ms() - behind;
      const rows: unknown = await deliveries()
        .select('id', 'account')
        .where('next_at', '<=', at)
        .where(unclaimed(at))
        .whereNotIn('account', [...except])
        .orderBy('next_at')
        .orderBy('due_at')
        .orderBy('id')
        .limit(limit);
      return z.array(dueRow).parse(rows);
    },
  };
}
