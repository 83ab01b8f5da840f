import { z } from 'zod';
import { pgBoss } from '../../../src/delivery/queue/pg-boss';
import { openDatabase } from './support/open-database';

const DUE = Date.parse('2026-11-23T09:00:00+08:00');
const job = z.object({ name: z.string(), data: z.unknown() });

it('a delivery of an account that was added a moment ago is handed over with all others of its plan', async () => {
  const { db, address, close } = await openDatabase('postgres');
  const dispatcher = await pgBoss(
    address,
    () => Promise.resolve(['website']),
    () => undefined,
  );
  try {
    await db.transaction(async (trx) => {
      await dispatcher.handOver?.(trx, [{ id: 'one', account: 'website', at: DUE }]);
      await dispatcher.handOver?.(trx, [{ id: 'two', account: 'added-just-now', at: DUE }]);
    });
    const jobs = z.array(job).parse(await db('pgboss.job').select('name', 'data').orderBy('name'));
    expect(jobs).toEqual([
      { name: 'delivery-added-just-now', data: { id: 'two' } },
      { name: 'delivery-website', data: { id: 'one' } },
    ]);
  } finally {
    await dispatcher.close();
    await close();
  }
});
