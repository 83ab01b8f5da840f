import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import knex, { type Knex } from 'knex';
import { weibo } from '../../publishers/weibo';
import type { ConnectedAccount, EngineParts } from '../../src/delivery/context';
import { isPostgres } from '../../src/delivery/is-postgres';
import { createMediaStore } from '../../src/delivery/media-store';
import { createMutex } from '../../src/delivery/mutex';
import { createPlan } from '../../src/delivery/plan';
import { migrate } from '../../src/delivery/schema';
import { createSeal } from '../../src/delivery/seal';
import { createSharedCache } from '../../src/delivery/shared-cache';
import { createStore } from '../../src/delivery/store';
import { tuneSqlite } from '../../src/open-database';
import { sampleContent } from '../unit/publishers/article/sample-version';
import type { Latency } from './latency-platform';

/** What every call to the platform takes, milliseconds. */
export const LATENCY = 50;

/** An engine's parts on a database and a platform that takes its time. */
export interface Bench {
  readonly db: Knex;
  readonly parts: EngineParts;
  /** Turns the clock by so many milliseconds. */
  readonly turn: (milliseconds: number) => void;
  readonly close: () => Promise<void>;
}

/** The product's own SQLite, set up as it is in use. */
export async function openSqlite(): Promise<{ readonly db: Knex; readonly close: () => Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), 'mingbai-bench-'));
  const db = knex({
    client: 'better-sqlite3',
    connection: { filename: join(directory, 'bench.db') },
    useNullAsDefault: true,
    pool: { min: 1, max: 1, afterCreate: tuneSqlite },
  });
  await migrate(db);
  return {
    db,
    close: async () => {
      await db.destroy();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

export async function openBench(): Promise<Bench> {
  const { db, close } = await openSqlite();
  const platform = await openPlatform();
  let offset = 0;
  const now = (): Date => new Date(Date.now() + offset);
  const account: ConnectedAccount = {
    account: {
      name: 'weibo',
      publisher: 'weibo',
      title: '微博',
      siteUrl: 'https://www.yunlan.gov.cn',
      settings: { domain: 'www.yunlan.gov.cn', uid: '1404376560', perHour: 1_000_000, perDay: 1_000_000 },
    },
    connection: { apiBaseUrl: platform.url, accessToken: '2.00sandboxtoken', uid: '1404376560', rip: '203.0.113.7' },
  };
  const parts: EngineParts = {
    store: createStore(db, now),
    publishers: new Map([['weibo', { ...weibo, quotas: () => [] }]]),
    accounts: () => Promise.resolve([account]),
    media: createMediaStore('/nowhere'),
    cache: createSharedCache(db, now, createSeal('bench')),
    exclusive: createMutex(),
    now,
    log: () => undefined,
    owner: 'bench',
    lease: 30_000,
  };
  return {
    db,
    parts,
    turn: (milliseconds) => {
      offset += milliseconds;
    },
    close: async () => {
      await close();
      await platform.close();
    },
  };
}

/** Plans so many posts without pictures, each with a text of its own, all for one instant. @param at milliseconds UTC */
export async function planMany({ db, parts }: Pick<Bench, 'db' | 'parts'>, count: number, at: number): Promise<void> {
  if (!isPostgres(db)) await db.raw('pragma synchronous = off');
  for (let index = 0; index < count; index += 1) {
    const id = `bench-${at}-${index}`;
    const content = sampleContent({ cover: null, summary: `第${index}项：职工看普通门诊，超过200元的部分可以报销。` });
    await parts.store.addVersion({
      id,
      explainer: id,
      number: 1,
      hash: 'x',
      signedAt: parts.now().toISOString(),
      signedBy: 'bench',
      content,
    });
    const deliveries = [{ account: 'weibo', at: new Date(at).toISOString().replace(/\.\d+Z$/, '+00:00') }];
    await createPlan(parts, { explainer: id, version: id, by: 'bench', deliveries });
  }
  if (!isPostgres(db)) await db.raw('pragma synchronous = full');
}

/** A platform on which each call takes `LATENCY`. */
export async function openPlatform(
  platform: Latency['platform'] = 'weibo',
): Promise<{ readonly url: string; readonly close: () => Promise<unknown> }> {
  const thread = new Worker(join(__dirname, 'latency-platform.js'), {
    workerData: { ms: LATENCY, platform } satisfies Latency,
  });
  const url = await new Promise<string>((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
  });
  return { url, close: () => thread.terminate() };
}
