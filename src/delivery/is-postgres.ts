import type { Knex } from 'knex';

/** Whether several processes on several machines may share this database. */
export function isPostgres(db: Knex): boolean {
  // Knex types its client as `any`; every dialect has a driver's name.
  const client = db.client as { readonly driverName?: string };
  return client.driverName === 'pg';
}
