import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { readEnvironment } from '../src/environment';
import { POSTGRES_POOL, postgresConnection, tuneSqlite } from '../src/open-database';

export default () => {
  const { DATABASE_URL, paths } = readEnvironment();
  if (DATABASE_URL) {
    return {
      connection: {
        client: 'postgres',
        connection: postgresConnection(DATABASE_URL),
        pool: POSTGRES_POOL,
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
        afterCreate: tuneSqlite,
      },
    },
    settings: { forceMigration: false },
  };
};
