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
        connection: { connectionString: DATABASE_URL },
        pool: { min: 0, max: 10 },
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
