import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { readEnvironment } from '../src/environment';

/** The part of a better-sqlite3 connection that is needed here. */
interface SqliteConnection {
  pragma(statement: string): unknown;
}

export default () => {
  const { DATABASE_URL, paths } = readEnvironment();
  if (DATABASE_URL) {
    return {
      connection: {
        client: 'postgres',
        // TLS is the URL's own business: `?sslmode=verify-full&sslrootcert=/path`, or `no-verify` within a closed network.
        connection: {
          connectionString: DATABASE_URL,
          application_name: 'mingbai',
          connectionTimeoutMillis: 10_000,
          keepAlive: true,
          // Nothing that people or the engine ask takes this long; what does would hold a connection for ever.
          statement_timeout: 120_000,
          // A process that hangs within a transaction must not keep its rows locked from all others.
          idle_in_transaction_session_timeout: 60_000,
        },
        // Sixteen deliveries at once (four for each of four accounts), and people at the same time. The server has to
        // allow this many for each process: `max_connections` is 100 where nobody has changed it.
        pool: { min: 0, max: 20 },
        acquireConnectionTimeout: 20_000,
      },
      settings: { forceMigration: false },
    };
  }
  mkdirSync(dirname(paths.database), { recursive: true });
  return {
    connection: {
      client: 'sqlite',
      connection: { filename: paths.database },
      useNullAsDefault: true,
      pool: {
        afterCreate: (connection: SqliteConnection, done: (error: Error | null, c: SqliteConnection) => void) => {
          connection.pragma('journal_mode = WAL');
          // FULL, not NORMAL: an intent that was stored before a commit must survive a power cut.
          connection.pragma('synchronous = FULL');
          connection.pragma('busy_timeout = 5000');
          done(null, connection);
        },
      },
    },
    settings: { forceMigration: false },
  };
};
