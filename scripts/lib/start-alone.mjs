import knex from 'knex';
import { refusal } from './refusal.mjs';

/** Of the advisory lock; any number that nothing else in this database uses. */
const STARTING = 7_301_002;

/**
 * Starts a process while no other one on the same PostgreSQL database starts: Strapi's schema sync, the first users and
 * the demo data are written by whoever looks first, and would be written twice by two who look at once. The lock
 * belongs to a transaction that is open meanwhile, because a pooler like PgBouncer may give each transaction another
 * session; it ends with its connection, however this process ends.
 * @param {string | undefined} databaseUrl nothing to wait for without one: SQLite has one process
 * @param {() => Promise<unknown>} start
 * @throws a refusal when the database cannot be reached
 */
export async function startAlone(databaseUrl, start) {
  if (!databaseUrl) return start();
  const db = knex({ client: 'pg', connection: { connectionString: databaseUrl }, pool: { min: 0, max: 1 } });
  const trx = await db.transaction().catch((/** @type {NodeJS.ErrnoException} */ error) => {
    // The driver names user, host and database, never the password.
    throw refusal(`连不上 PostgreSQL：${error.message || error.code}`, '请检查 DATABASE_URL，以及数据库是否在运行。');
  });
  try {
    // The server's limits are for work; this waits as long as the others take, and then as long as the start does.
    await trx.raw('set local statement_timeout = 0');
    await trx.raw('set local idle_in_transaction_session_timeout = 0');
    const { rows } = await trx.raw(`select pg_try_advisory_xact_lock(${STARTING}) as free`);
    if (!rows[0].free) {
      console.log('waiting for another process that starts on the same database');
      await trx.raw(`select pg_advisory_xact_lock(${STARTING})`);
    }
    return await start();
  } finally {
    await trx.rollback();
    await db.destroy();
  }
}
