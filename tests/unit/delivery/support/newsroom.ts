import type { Knex } from 'knex';
import { z } from 'zod';
import type { Content, Publisher } from '../../../../publishers/contract';
import { act, type Action } from '../../../../src/delivery/actions';
import type { ConnectedAccount, EngineParts } from '../../../../src/delivery/context';
import type { Delivery } from '../../../../src/delivery/delivery';
import { createEngine, type Engine } from '../../../../src/delivery/engine';
import { hashOf } from '../../../../src/delivery/hash';
import { isPostgres } from '../../../../src/delivery/is-postgres';
import { createMediaStore } from '../../../../src/delivery/media-store';
import { createMutex } from '../../../../src/delivery/mutex';
import { newId } from '../../../../src/delivery/new-id';
import { createPlan, type PlanRequest } from '../../../../src/delivery/plan';
import { TABLES } from '../../../../src/delivery/schema';
import { createSeal } from '../../../../src/delivery/seal';
import { createSharedLock, type Times } from '../../../../src/delivery/shared-lock';
import { createSharedCache } from '../../../../src/delivery/shared-cache';
import { createStore } from '../../../../src/delivery/store';
import type { StoredVersion } from '../../../../src/delivery/store/versions';
import { sampleContent } from '../../publishers/article/sample-version';
import { createClock, type Clock } from './clock';
import { openDatabase, type Dialect } from './open-database';

export const SITE = 'https://www.yunlan.gov.cn';
/** When deliveries are due where a test does not care. */
export const NINE = '2026-11-23T09:00:00+08:00';

interface Options {
  readonly publishers: readonly Publisher[];
  /** Given the directory of the newsroom. Default: one account for each publisher, with its name. */
  readonly accounts?: (directory: string) => readonly ConnectedAccount[];
  readonly clock?: Clock;
  readonly lease?: number;
  readonly dialect?: Dialect;
  /** Of the locks, where processes share them. */
  readonly locks?: Times;
}

interface Wanted {
  readonly account: string;
  readonly at?: string;
  readonly grace?: string;
}

/** The engine on a database in a file, with what tests do to it. */
export interface Newsroom {
  readonly db: Knex;
  /** Where another process finds the database. */
  readonly address: string;
  readonly directory: string;
  readonly clock: Clock;
  readonly parts: EngineParts;
  readonly engine: Engine;
  readonly sign: (changes?: Partial<Content>, explainer?: string) => Promise<StoredVersion>;
  readonly plan: (version: StoredVersion, ...wanted: Wanted[]) => Promise<readonly Delivery[]>;
  /** Signs something of its own and plans it for one account. */
  readonly planOne: (account: string, wanted?: Omit<Wanted, 'account'>) => Promise<Delivery>;
  /** One tick and everything that it begins. */
  readonly work: () => Promise<void>;
  /** Lets time pass, working at every moment at which something is to be looked at. */
  readonly live: (milliseconds: number) => Promise<void>;
  readonly get: (id: string) => Promise<Delivery>;
  readonly act: (id: string, action: Action, body?: unknown) => Promise<Delivery>;
  readonly noticeTexts: () => Promise<readonly string[]>;
  readonly audited: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

export const accountOf = (
  name: string,
  publisher = name,
  connection: Readonly<Record<string, string>> = {},
): ConnectedAccount => ({
  account: { name, publisher, title: `账号${name}`, siteUrl: SITE, settings: {} },
  connection,
});

export async function openNewsroom(options: Options): Promise<Newsroom> {
  const { db, address, directory, close } = await openDatabase(options.dialect);
  const clock = options.clock ?? createClock();
  const store = createStore(db, clock.now);
  const accounts = options.accounts?.(directory) ?? options.publishers.map(({ name }) => accountOf(name));
  const parts: EngineParts = {
    store,
    publishers: new Map(options.publishers.map((publisher) => [publisher.name, publisher])),
    accounts: () => Promise.resolve(accounts),
    media: createMediaStore(`${directory}/media`),
    cache: createSharedCache(db, clock.now, createSeal('test')),
    exclusive: isPostgres(db) ? createSharedLock(db, 'test', () => undefined, options.locks) : createMutex(),
    now: clock.now,
    log: () => undefined,
    owner: 'test',
    lease: options.lease ?? 30_000,
  };
  const engine = createEngine(parts);

  const work = async (): Promise<void> => {
    await engine.tick();
    await engine.idle();
  };
  const sign: Newsroom['sign'] = async (changes = {}, explainer = newId()) => {
    const content = sampleContent(changes);
    const version: StoredVersion = {
      id: newId(),
      explainer,
      number: (await store.versionsOf(explainer)).length + 1,
      signedAt: clock.now().toISOString(),
      signedBy: '李编辑',
      hash: hashOf(content),
      content,
    };
    await store.addVersion(version);
    return version;
  };
  const plan: Newsroom['plan'] = async (version, ...wanted) => {
    const request: PlanRequest = {
      explainer: version.explainer,
      version: version.id,
      deliveries: wanted.map((one) => ({ at: NINE, ...one })),
      by: '李编辑',
    };
    return (await createPlan(parts, request)).deliveries;
  };
  const get = async (id: string): Promise<Delivery> => {
    const delivery = await store.get(id);
    if (!delivery) throw new Error(`no delivery ${id}`);
    return delivery;
  };

  return {
    db,
    address,
    directory,
    clock,
    parts,
    engine,
    sign,
    plan,
    planOne: async (account, wanted = {}) => {
      const [delivery] = await plan(await sign(), { account, ...wanted });
      if (!delivery) throw new Error('nothing was planned');
      return delivery;
    },
    work,
    live: async (milliseconds) => {
      const end = clock.now().getTime() + milliseconds;
      for (;;) {
        await work();
        const next = await nextLook(db);
        if (next === null || next > end) break;
        const now = clock.now().getTime();
        clock.set(next > now ? next : now + 1_000);
      }
      clock.set(end);
      await work();
    },
    get,
    act: (id, action, body) => act(parts, id, action, body, '王主任'),
    noticeTexts: async () => (await db(TABLES.notices).orderBy('id')).map((row: { text: string }) => row.text),
    audited: async () => (await db(TABLES.audit).orderBy('id')).map((row: { action: string }) => row.action),
    close: async () => {
      await engine.stop(20_000);
      await close();
    },
  };
}

/** When the next delivery may be taken, counting the leases of those that are held. */
async function nextLook(db: Knex): Promise<number | null> {
  const free = db.raw('min(case when lease_until >= next_at then lease_until + 1 else next_at end) as at');
  const row: unknown = await db(TABLES.deliveries).whereNotNull('next_at').first(free);
  const { at } = z.object({ at: z.union([z.number(), z.string()]).nullable() }).parse(row);
  return at === null ? null : Number(at);
}
