import { createAccounts, type AccountDefinition, type Reach, type StoredAccount } from '../../../src/delivery/accounts';
import { createSeal } from '../../../src/delivery/seal';
import { createSharedCache } from '../../../src/delivery/shared-cache';
import { TABLES } from '../../../src/delivery/schema';
import { createClock } from './support/clock';
import { connect } from './support/connect';
import { openDatabase, type TestDatabase } from './support/open-database';

const seal = createSeal('secret');
let data: TestDatabase;
beforeEach(async () => {
  data = await openDatabase();
});
afterEach(() => data.close());

const REACH: Reach = { siteUrl: 'https://a.example', hosts: { weibo: { apiBaseUrl: 'https://api.weibo.com' } } };
/** The accounts as one process sees them: by default through the connection that all tests share. */
const open = (now = createClock().now, db = data.db) => createAccounts(db, seal, REACH, now);
const names = async (accounts: ReturnType<typeof open>) => (await accounts.all()).map(({ account }) => account.name);

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
    const accounts = open();
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
    await open().define([weibo(), weibo({ name: 'own', origin: 'admin' })]);
    const live = open();
    await live.define([]);
    expect(await names(live)).toEqual(['own']);
  });

  it('follow the environment at the next start', async () => {
    const accounts = open();
    await accounts.define([weibo()]);
    await accounts.all();
    await accounts.define([weibo({ title: '新名字' })]);
    expect((await accounts.all())[0]?.account.title).toBe('新名字');
  });
});

const own = (changes: Partial<StoredAccount> = {}): StoredAccount => ({
  ...weibo({ name: 'own', title: '市文旅局微博', origin: 'admin', settings: {} }),
  chosen: { uid: '2' },
  certifiedUntil: null,
  ...changes,
});

describe('accounts that staff add', () => {
  it('reach the platform where the mode says, with their own credentials', async () => {
    const accounts = open();
    await accounts.keep(own({ connection: { accessToken: '2.00abc', apiBaseUrl: 'https://elsewhere.example' } }));
    expect(await accounts.all()).toMatchObject([
      {
        account: { name: 'own', settings: { uid: '2' } },
        connection: { accessToken: '2.00abc', apiBaseUrl: 'https://api.weibo.com' },
      },
    ]);
    expect(JSON.stringify(await data.db(TABLES.accounts))).not.toContain('2.00abc');
  });

  it('keep their credentials when the product is started in a rehearsal that has an account of that name', async () => {
    const accounts = open();
    await accounts.keep(own({ name: 'weibo' }));
    await accounts.define([weibo({ connection: { accessToken: 'of the sandbox' } })]);
    expect(await accounts.stored()).toMatchObject([{ origin: 'admin', connection: { accessToken: '2.00abc' } }]);
  });

  it('give way to the environment, which is the operator’s word', async () => {
    const accounts = open();
    await accounts.keep(own({ name: 'weibo' }));
    await accounts.define([weibo({ origin: 'environment', connection: { accessToken: '2.00env' } })]);
    expect(await accounts.stored()).toMatchObject([{ origin: 'environment', connection: { accessToken: '2.00env' } }]);
  });

  it('leave to those of the environment what staff have chosen for them, over the next start', async () => {
    const accounts = open();
    await accounts.define([weibo()]);
    const [kept] = await accounts.stored();
    if (!kept) throw new Error('it was defined');
    await accounts.keep({ ...kept, chosen: { signature: '云澜发布' } });
    await accounts.define([weibo()]);
    expect(await accounts.all()).toMatchObject([{ account: { settings: { uid: '1', signature: '云澜发布' } } }]);
  });
});

describe('a process beside the one that changes accounts', () => {
  it('sees added, changed and removed ones within five seconds, and asks the database no more often', async () => {
    const clock = createClock();
    const db = connect(data.address);
    try {
      const worker = open(clock.now, db);
      const web = open(clock.now);
      expect(await names(worker)).toEqual([]);
      await web.keep(own());
      clock.pass(4_999);
      expect(await names(worker)).toEqual([]);
      clock.pass(1);
      expect(await names(worker)).toEqual(['own']);
      await web.keep(own({ title: '新名字' }));
      clock.pass(5_000);
      expect((await worker.all())[0]?.account.title).toBe('新名字');
      await data.db.transaction((trx) => web.remove(trx, 'own'));
      expect(await names(web)).toEqual([]);
      clock.pass(5_000);
      expect(await names(worker)).toEqual([]);
    } finally {
      await db.destroy();
    }
  });

  it('does not live on an old list for ever when its clock is turned back', async () => {
    const clock = createClock();
    const worker = open(clock.now);
    await worker.all();
    clock.pass(-3_600_000);
    await open(clock.now).keep(own());
    expect(await names(worker)).toEqual(['own']);
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
