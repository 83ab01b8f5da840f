import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import knex, { type Knex } from 'knex';
import type { Publishing } from './delivery/assemble';

/** The part of a better-sqlite3 connection that is needed here. */
interface SqliteConnection {
  pragma(statement: string): unknown;
}

/** How this product connects to PostgreSQL; also used where Strapi connects. */
export const postgresConnection = (url: string) => ({
  // TLS is the URL's own business: `?sslmode=verify-full&sslrootcert=/path`, or `no-verify` within a closed network.
  connectionString: url,
  application_name: 'mingbai',
  connectionTimeoutMillis: 10_000,
  keepAlive: true,
  // Nothing that people or the engine ask takes this long; what does would hold a connection for ever.
  statement_timeout: 120_000,
  // A process that hangs within a transaction must not keep its rows locked from all others.
  idle_in_transaction_session_timeout: 60_000,
});

/**
 * Sixteen deliveries at once (four for each of four accounts), and people at the same time. The server has to allow this
 * many for each process: `max_connections` is 100 where nobody has changed it.
 */
export const POSTGRES_POOL = { min: 0, max: 20 } as const;

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
  if (databaseUrl) return knex({ client: 'pg', connection: postgresConnection(databaseUrl), pool: POSTGRES_POOL });
  mkdirSync(dirname(paths.database), { recursive: true });
  return knex({
    client: 'better-sqlite3',
    connection: { filename: paths.database },
    useNullAsDefault: true,
    pool: { min: 1, max: 1, afterCreate: tuneSqlite },
  });
}
