import type { Knex } from 'knex';
import { z } from 'zod';
import type { Log } from './context';
import { createDatabaseClock, type DatabaseClock } from './database-clock';
import { isPostgres } from './is-postgres';

const answer = z.object({ rows: z.tuple([z.object({ at: z.coerce.number() })]) });

/** The clock of the product: the database's where several processes share one, else the machine's. */
export async function openClock(db: Knex, log: Log): Promise<DatabaseClock> {
  if (!isPostgres(db)) return { now: () => new Date(), stop: () => undefined };
  return createDatabaseClock(async () => {
    const said: unknown = await db.raw('select extract(epoch from clock_timestamp()) * 1000 as at');
    return answer.parse(said).rows[0].at;
  }, log);
}
