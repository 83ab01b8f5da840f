import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import knex, { type Knex } from 'knex';
import type { Publishing } from './delivery/assemble';

/** The part of a better-sqlite3 connection that is needed here. */
interface SqliteConnection {
  pragma(statement: string): unknown;
}

/** How this product wants SQLite; also used where Strapi opens the file. */
export function tuneSqlite(
  connection: SqliteConnection,
  done: (error: Error | null, c: SqliteConnection) => void,
): void {
  connection.pragma('journal_mode = WAL');
  // FULL, not NORMAL: an intent that was stored before a commit must survive a power cut.
  connection.pragma('synchronous = FULL');
  connection.pragma('busy_timeout = 5000');
  done(null, connection);
}

/** The product's database without Strapi. */
export function openDatabase({ databaseUrl, paths }: Pick<Publishing, 'databaseUrl' | 'paths'>): Knex {
  if (databaseUrl) return knex({ client: 'pg', connection: databaseUrl, pool: { min: 0, max: 10 } });
  mkdirSync(dirname(paths.database), { recursive: true });
  return knex({
    client: 'better-sqlite3',
    connection: { filename: paths.database },
    useNullAsDefault: true,
    pool: { min: 1, max: 1, afterCreate: tuneSqlite },
  });
}
