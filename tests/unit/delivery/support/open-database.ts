import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { makeDatabase } from '../../../support/make-database';
import { connect } from './connect';
import { migratedFile, migratedTemplate } from './migrated';

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
  const postgres = dialect === 'postgres' ? await makeDatabase(await migratedTemplate()) : null;
  const address = postgres?.url ?? join(directory, 'data.db');
  if (!postgres) await writeFile(address, await migratedFile());
  const db = connect(address);
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
