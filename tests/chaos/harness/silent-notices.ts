import type { Knex } from 'knex';
import { TABLES } from '../../../src/delivery/schema';

/** From now on nothing can be written into the table of notices. SQLite; gone with the database. */
export const breakNotices = async (db: Knex): Promise<void> => {
  await db.raw(
    `create trigger no_notices before update on ${TABLES.notices} begin select raise(abort, 'disk full'); end`,
  );
};
