import type { Knex } from 'knex';

/** Whether a database is PostgreSQL, which several processes may share; otherwise it is SQLite. */
export const isPostgres = (db: Knex): boolean => {
  // Knex types its configuration as any.
  const { client } = (db.client as { config: { client?: unknown } }).config;
  return client === 'postgres' || client === 'pg';
};
