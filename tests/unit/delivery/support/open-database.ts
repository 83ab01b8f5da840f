import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import knex, { type Knex } from 'knex';
import { migrate } from '../../../../src/delivery/schema';

export interface TestDatabase {
  readonly db: Knex;
  /** A directory of this database alone; the file in it is `data.db`. */
  readonly directory: string;
  /** Closes the database and removes the directory. */
  readonly close: () => Promise<void>;
}

/** A database in a file, set up as the product's own: several processes and connections may share it. */
export async function openDatabase(): Promise<TestDatabase> {
  const directory = await mkdtemp(join(tmpdir(), 'mingbai-delivery-'));
  const db = connect(join(directory, 'data.db'));
  await db.raw('pragma journal_mode = wal');
  await migrate(db);
  return {
    db,
    directory,
    close: async () => {
      await db.destroy();
      await rm(directory, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Another connection to the same file, as another process would have. */
export const connect = (filename: string): Knex =>
  knex({
    client: 'better-sqlite3',
    connection: { filename },
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
