import { migrate, TABLES } from '../../../src/delivery/schema';
import { makeDatabase } from '../../support/make-database';
import { connect } from './support/connect';
import { openDatabase } from './support/open-database';

describe('the tables of the engine', () => {
  it('are made once by processes that start at the same moment', async () => {
    const { url, drop } = await makeDatabase();
    const processes = Array.from({ length: 4 }, () => connect(url));
    await Promise.all(processes.map(migrate));
    const [first] = processes;
    const versions: unknown[] = first ? await first('mb_schema').orderBy('version').pluck('version') : [];
    expect(versions).toEqual(versions.map((_version, index) => index + 1));
    expect(versions).not.toEqual([]);
    await Promise.all(processes.map((db) => db.destroy()));
    await drop();
  });

  it.each(['sqlite', 'postgres'] as const)(
    'are all there on %s, and are left alone by another start',
    async (dialect) => {
      const { db, close } = await openDatabase(dialect);
      await db(TABLES.freezes).insert({ account: 'weibo', reason: 'x', frozen_by: 'y', since: 1 });
      await migrate(db);
      expect(await db(TABLES.freezes).pluck('account')).toEqual(['weibo']);
      for (const table of Object.values(TABLES)) expect(await db.schema.hasTable(table)).toBe(true);
      await close();
    },
  );
});
