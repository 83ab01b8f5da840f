import { createAccounts, type AccountDefinition } from '../../../src/delivery/accounts';
import { createSeal } from '../../../src/delivery/seal';
import { createSharedCache } from '../../../src/delivery/shared-cache';
import { TABLES } from '../../../src/delivery/schema';
import { createClock } from './support/clock';
import { openDatabase, type TestDatabase } from './support/open-database';

const seal = createSeal('secret');
let data: TestDatabase;
beforeEach(async () => {
  data = await openDatabase();
});
afterEach(() => data.close());

const weibo = (changes: Partial<AccountDefinition> = {}): AccountDefinition => ({
  name: 'weibo',
  publisher: 'weibo',
  title: '云澜发布',
  settings: { uid: '1' },
  connection: { accessToken: '2.00abc' },
  origin: 'sandbox',
  ...changes,
});

describe('accounts', () => {
  it('are found again with their connection, which never lies in the database in the clear', async () => {
    const accounts = createAccounts(data.db, seal, 'https://a.example');
    await accounts.define([weibo()]);
    expect(await accounts.all()).toEqual([
      {
        account: {
          name: 'weibo',
          publisher: 'weibo',
          title: '云澜发布',
          siteUrl: 'https://a.example',
          settings: { uid: '1' },
        },
        connection: { accessToken: '2.00abc' },
      },
    ]);
    expect(JSON.stringify(await data.db(TABLES.accounts))).not.toContain('2.00abc');
  });

  it('of the sandbox are gone when the product starts without it; others stay', async () => {
    await createAccounts(data.db, seal, 'https://a.example').define([weibo(), weibo({ name: 'own', origin: 'admin' })]);
    const live = createAccounts(data.db, seal, 'https://a.example');
    await live.define([]);
    expect((await live.all()).map(({ account }) => account.name)).toEqual(['own']);
  });

  it('follow the environment at the next start', async () => {
    const accounts = createAccounts(data.db, seal, 'https://a.example');
    await accounts.define([weibo()]);
    await accounts.all();
    await accounts.define([weibo({ title: '新名字' })]);
    expect((await accounts.all())[0]?.account.title).toBe('新名字');
  });
});

describe('the shared cache', () => {
  it('forgets when the time is over, and keeps values sealed', async () => {
    const clock = createClock();
    const cache = createSharedCache(data.db, clock.now, seal);
    await cache.set('token', 'abc-token', 10.9);
    expect(await cache.get('token')).toBe('abc-token');
    expect(JSON.stringify(await data.db(TABLES.cache))).not.toContain('abc-token');
    clock.pass(10_000);
    expect(await cache.get('token')).toBeNull();
  });

  it('replaces, deletes, and does not keep what has no time to live', async () => {
    const cache = createSharedCache(data.db, createClock().now, seal);
    await cache.set('a', '1', 60);
    await cache.set('a', '2', 60);
    expect(await cache.get('a')).toBe('2');
    await cache.delete('a');
    await cache.set('b', '1', 0);
    expect([await cache.get('a'), await cache.get('b')]).toEqual([null, null]);
  });
});
