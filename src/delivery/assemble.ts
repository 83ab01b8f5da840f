import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Knex } from 'knex';
import { loadPublishers } from '../../publishers/registry';
import type publishingConfig from '../../config/publishing';
import { createAccounts } from './accounts';
import type { EngineParts, Log } from './context';
import { createMediaStore } from './media-store';
import { createMutex } from './mutex';
import { embedded } from './queue/embedded';
import { pgBoss } from './queue/pg-boss';
import { isPostgres } from './is-postgres';
import { migrate } from './schema';
import { createSeal } from './seal';
import { createSharedCache } from './shared-cache';
import { startFrozen } from './start-frozen';
import { createStore } from './store';

export type Publishing = ReturnType<typeof publishingConfig>;

/**
 * The delivery engine and everything that it stands on, from the database up: the same for the product, for a worker
 * without the web, and for tests.
 * @param now what time it is; a clock of its own gives the demo data a past
 */
export async function assembleDelivery(db: Knex, publishing: Publishing, log: Log, now: () => Date = () => new Date()) {
  if (publishing.secretKey === '') throw new Error('MINGBAI_SECRET_KEY is not set; `npm start` makes and keeps one.');
  await migrate(db);
  const seal = createSeal(publishing.secretKey);
  const accounts = createAccounts(db, seal, publishing.siteUrl);
  const publishers = loadPublishers();
  const media = createMediaStore(publishing.paths.media);
  const exclusive = createMutex();
  const owner = `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`;
  const names = async (): Promise<readonly string[]> => (await accounts.all()).map(({ account }) => account.name);
  const dispatcher =
    isPostgres(db) && publishing.databaseUrl ? await pgBoss(publishing.databaseUrl, names, log) : embedded;

  /** Everything that depends on what time it is. */
  function at(clock: () => Date): EngineParts {
    return {
      store: createStore(db, clock, dispatcher.handOver),
      publishers,
      accounts: accounts.all,
      media,
      cache: createSharedCache(db, clock, seal),
      exclusive,
      now: clock,
      log,
      owner,
      lease: publishing.lease,
    };
  }
  const parts = at(now);
  if (publishing.startFrozen) await startFrozen(parts);
  return { at, parts, accounts, names, dispatcher };
}

/** What `assembleDelivery` gives. */
export type Delivering = Awaited<ReturnType<typeof assembleDelivery>>;
