import { join } from 'node:path';
import knex from 'knex';
import { z } from 'zod';

/** Change by themselves while the product runs: caches, health, claims of the engine. */
const RESTLESS = /^(sqlite_|mb_cache|mb_health|mb_attempts|mb_deliveries|mb_notices)/;
const names = z.array(z.object({ name: z.string() }));
const rows = z.array(z.record(z.string(), z.unknown()));

async function reading<T>(dataDir: string, read: (all: (sql: string) => Promise<unknown>) => Promise<T>): Promise<T> {
  const db = knex({
    client: 'better-sqlite3',
    connection: { filename: join(dataDir, 'mingbai.db') },
    useNullAsDefault: true,
  });
  try {
    return await read(async (sql) => (await db.raw(sql)) as unknown);
  } finally {
    await db.destroy();
  }
}

/** How many rows each table of the product holds, parts of half-made things included. */
export const countRows = (dataDir: string): Promise<Readonly<Record<string, number>>> =>
  reading(dataDir, async (all) => {
    const tables = names.parse(await all("select name from sqlite_master where type = 'table' order by name"));
    const counts: Record<string, number> = {};
    for (const { name } of tables.filter((table) => !RESTLESS.test(table.name))) {
      const [counted] = z.array(z.object({ n: z.number() })).parse(await all(`select count(*) as n from "${name}"`));
      counts[name] = counted?.n ?? 0;
    }
    return counts;
  });

/** The rows of one table. */
export const rowsOf = (dataDir: string, table: string): Promise<readonly Readonly<Record<string, unknown>>[]> =>
  reading(dataDir, async (all) => rows.parse(await all(`select * from "${table}"`)));

/** Every value of every row of the product's own tables, as one text to look for what must not be there. */
export const ownTablesAsText = (dataDir: string): Promise<string> =>
  reading(dataDir, async (all) => {
    const tables = names.parse(await all("select name from sqlite_master where type = 'table' and name like 'mb_%'"));
    const contents = [];
    for (const { name } of tables) contents.push(JSON.stringify(await all(`select * from "${name}"`)));
    return contents.join('\n');
  });
