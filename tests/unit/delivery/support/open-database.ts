import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import knex, { type Knex } from 'knex';
import { migrate } from '../../../../src/delivery/schema';
import { makeDatabase } from '../../../support/make-database';

export interface TestDatabase {
  readonly db: Knex;
  /** Where another process finds it: a `postgres://` URL, or the path of a file. */
  readonly address: string;
  /** A directory of this database alone. */
  readonly directory: string;
  /** Closes the database and removes it with the directory. */
  readonly close: () => Promise<void>;
}

export type Dialect = 'sqlite' | 'postgres';

/** What the tests run on that do not care; `npm test` runs them once on each. */
export const usualDialect: Dialect = process.env['MINGBAI_TEST_DATABASE'] === 'postgres' ? 'postgres' : 'sqlite';

/** A database set up as the product's own: several processes and connections may share it. */
export async function openDatabase(dialect: Dialect = usualDialect): Promise<TestDatabase> {
  const directory = await mkdtemp(join(tmpdir(), 'mingbai-delivery-'));
  const postgres = dialect === 'postgres' ? await makeDatabase() : null;
  const address = postgres?.url ?? join(directory, 'data.db');
  const db = connect(address);
  if (!postgres) await db.raw('pragma journal_mode = wal');
  await migrate(db);
  return {
    db,
    address,
    directory,
    close: async () => {
      await db.destroy();
      await postgres?.drop();
      await rm(directory, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Another connection to the same database, as another process would have. */
export const connect = (address: string): Knex =>
  address.startsWith('postgres://')
    ? knex({ client: 'pg', connection: address, pool: { min: 0, max: 10 } })
    : knex({
        client: 'better-sqlite3',
        connection: { filename: address },
        useNullAsDefault: true,
        pool: {
          min: 1,
          max: 1,
          afterCreate: (raw: { pragma: (text: string) => unknown }, done: (error: null, raw: unknown) => void) => {
            raw.pragma('busy_timeout = 20000');
            raw.pragma('synchronous = normal');
            done(null, raw);
          },
        },
      });
