import { z } from 'zod';
import type { Knex } from 'knex';
import { deliveryRow } from '../../../src/delivery/delivery';
import { TABLES } from '../../../src/delivery/schema';
import type { Record } from './judge';

const noticeRow = z.object({ kind: z.string(), delivery: z.string().nullable() });
const auditRow = z.object({ subject: z.string() });

/** What the product's own tables say at the end. */
export async function readRecord(db: Knex): Promise<Omit<Record, 'truthOf'>> {
  const rows: unknown[] = await db(TABLES.deliveries).orderBy('id');
  const notices = z.array(noticeRow).parse(await db(TABLES.notices).select('kind', 'delivery'));
  const decisions: unknown = await db(TABLES.audit)
    .select('subject')
    .whereIn('action', ['cancel', 'cancel-dependant', 'resolve']);
  const told = new Set(notices.map(({ kind, delivery }) => `${kind} ${delivery ?? 'all'}`));
  return {
    deliveries: rows.map((row) => deliveryRow.parse(row)),
    told: ({ id, state }) => told.has(`${state} ${id}`) || (state === 'missed' && told.has('missed all')),
    decided: new Set(
      z
        .array(auditRow)
        .parse(decisions)
        .map(({ subject }) => subject),
    ),
  };
}
