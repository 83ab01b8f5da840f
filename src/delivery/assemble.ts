import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Knex } from 'knex';
import { loadPublishers } from '../../publishers/registry';
import type publishingConfig from '../../config/publishing';
import { createAccounts } from './accounts';
import type { EngineParts, Log } from './context';
import { createMediaStore } from './media-store';
import { createMutex } from './mutex';
import { openClock } from './open-clock';
import { embedded } from './queue/embedded';
import { pgBoss } from './queue/pg-boss';
import { isPostgres } from './is-postgres';
import { migrate } from './schema';
import { createSeal } from './seal';
import { createSharedLock } from './shared-lock';
import { createSharedCache } from './shared-cache';
import { startFrozen } from './start-frozen';
import { createStore } from './store';

export type Publishing = ReturnType<typeof publishingConfig>;

/**
 * The delivery engine and everything that it stands on, from the database up: the same for the product, for a worker
 * without the web, and for tests.
 * @param now what time it is; default: the clock that all processes share
 */
export async function assembleDelivery(db: Knex, publishing: Publishing, log: Log, now?: () => Date) {
  if (publishing.secretKey === '') throw new Error('MINGBAI_SECRET_KEY is not set; `npm start` makes and keeps one.');
  await migrate(db);
  const seal = createSeal(publishing.secretKey);
  const publishers = loadPublishers();
  const media = createMediaStore(publishing.paths.media);
  // Columns hold 64 characters; names of containers alone may have 63.
  const owner = `${hostname().slice(0, 40)}:${process.pid}:${randomUUID().slice(0, 8)}`;
  const exclusive = isPostgres(db) ? createSharedLock(db, owner, log) : createMutex();
  const clock = now ? { now, stop: () => undefined } : await openClock(db, log);
  const accounts = createAccounts(db, seal, publishing, clock.now);
  const names = async (): Promise<readonly string[]> => (await accounts.all()).map(({ account }) => account.name);
  const dispatcher =
    isPostgres(db) && publishing.databaseUrl ? await pgBoss(publishing.databaseUrl, names, log) : embedded;

  /** Everything that depends on what time it is. */
  function at(moment: () => Date): EngineParts {
    return {
      store: createStore(db, moment, dispatcher.handOver),
      publishers,
      accounts: accounts.all,
      media,
      cache: createSharedCache(db, moment, seal),
      exclusive,
      now: moment,
      log,
      owner,
      lease: publishing.lease,
    };
  }
  const parts = at(clock.now);
  if (publishing.startFrozen) await startFrozen(parts);
  return {
    at,
    parts,
    accounts,
    dispatcher,
    close: async (): Promise<void> => {
      clock.stop();
      await dispatcher.close();
    },
  };
}

/** What `assembleDelivery` gives. */
export type Delivering = Awaited<ReturnType<typeof assembleDelivery>>;
