import { z } from 'zod';
import { connect } from '../../unit/delivery/support/connect';

/** Change by themselves while the product runs: what the engine writes, what platforms push, what is fetched in turns. */
const RESTLESS = new RegExp(
  `^(sqlite_|mb_(${[
    ...['cache', 'health', 'attempts', 'deliveries', 'notices', 'locks', 'profiles', 'spends', 'workers', 'pushes'],
    ...['insight_turns', 'wechat_articles', 'comments', 'statistics'],
  ].join('|')}))`,
);
const rows = z.array(z.record(z.string(), z.unknown()));

interface Reader {
  readonly tables: () => Promise<readonly string[]>;
  readonly all: (table: string) => Promise<z.output<typeof rows>>;
}

/** @param database address of the product's database */
async function reading<T>(database: string, read: (reader: Reader) => Promise<T>): Promise<T> {
  const db = connect(database);
  const names = () =>
    database.startsWith('postgres://')
      ? db('information_schema.tables').where({ table_schema: 'public' }).pluck('table_name')
      : db('sqlite_master').where({ type: 'table' }).pluck('name');
  try {
    return await read({
      tables: async () =>
        z
          .array(z.string())
          .parse(await names())
          .sort(),
      all: async (table) => rows.parse(await db(table)),
    });
  } finally {
    await db.destroy();
  }
}

/** How many rows each table of the product holds, parts of half-made things included. */
export const countRows = (database: string): Promise<Readonly<Record<string, number>>> =>
  reading(database, async ({ tables, all }) => {
    const counts: Record<string, number> = {};
    for (const name of (await tables()).filter((table) => !RESTLESS.test(table))) {
      counts[name] = (await all(name)).length;
    }
    return counts;
  });

/** The rows of one table. */
export const rowsOf = (database: string, table: string): Promise<readonly Readonly<Record<string, unknown>>[]> =>
  reading(database, ({ all }) => all(table));

/** Every value of every row of the product's own tables, as one text to look for what must not be there. */
export const ownTablesAsText = (database: string): Promise<string> =>
  reading(database, async ({ tables, all }) => {
    const contents = [];
    for (const name of (await tables()).filter((table) => table.startsWith('mb_'))) {
      contents.push(JSON.stringify(await all(name)));
    }
    return contents.join('\n');
  });
