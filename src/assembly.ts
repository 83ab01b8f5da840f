import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Core } from '@strapi/strapi';
import { createDesk } from '../publishers/micro-broadcast/desk';
import type { Room } from '../publishers/micro-broadcast/room';
import { loadPublishers } from '../publishers/registry';
import type publishingConfig from '../config/publishing';
import { createAccounts } from './delivery/accounts';
import type { EngineParts, Log } from './delivery/context';
import { createEngine } from './delivery/engine';
import { createMediaStore } from './delivery/media-store';
import { isPostgres } from './delivery/is-postgres';
import { createMutex } from './delivery/mutex';
import { openClock } from './delivery/open-clock';
import { migrate } from './delivery/schema';
import { createSeal } from './delivery/seal';
import { createSharedLock } from './delivery/shared-lock';
import { createSharedCache } from './delivery/shared-cache';
import { createStore } from './delivery/store';
import { createArchive } from './editorial/archive';
import { createEditorial } from './editorial/editorial';
import { createLibrary } from './editorial/library';

export type Publishing = ReturnType<typeof publishingConfig>;

/** Puts the product together: everything that runs beside Strapi, from the database up. */
export async function assemble(strapi: Core.Strapi, publishing: Publishing) {
  const db = strapi.db.connection;
  await migrate(db);
  const log: Log = (level, message, facts) =>
    strapi.log[level](facts ? `${message} ${JSON.stringify(facts)}` : message);
  if (publishing.secretKey === '') throw new Error('MINGBAI_SECRET_KEY is not set; `npm start` makes and keeps one.');
  const seal = createSeal(publishing.secretKey);
  const accounts = createAccounts(db, seal, publishing.siteUrl);
  await accounts.define(publishing.accounts);

  const media = createMediaStore(publishing.paths.media);
  const library = createLibrary(publishing.paths.library);
  const publishers = loadPublishers();
  // Columns hold 64 characters; names of containers alone may have 63.
  const owner = `${hostname().slice(0, 40)}:${process.pid}:${randomUUID().slice(0, 8)}`;
  const exclusive = isPostgres(db) ? createSharedLock(db, owner, log) : createMutex();
  const shared = await openClock(db, log);

  /** Everything that depends on what time it is. */
  function at(clock: () => Date) {
    const store = createStore(db, clock);
    const parts: EngineParts = {
      store,
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
    const archive = createArchive(strapi, library, clock);
    const editorial = createEditorial({ ...parts, draft: archive.draft, source: archive.source });
    return { store, parts, archive, editorial, engine: createEngine(parts) };
  }

  const present = at(shared.now);
  const desk = createDesk({
    siteDir: publishing.paths.site,
    siteStateDir: publishing.paths.siteState,
    exclusive,
    now: shared.now,
    log,
  });
  const watchers: ((room: Room) => void)[] = [];
  return {
    ...present,
    desk,
    /** A live room changed: whoever asked with `onShown` is told at once. */
    shown: (room: Room): void => watchers.forEach((tell) => tell(room)),
    onShown: (tell: (room: Room) => void): void => void watchers.push(tell),
    publishing,
    log,
    stopClock: shared.stop,
    /** The same product by another clock: how the demo data gets a past. */
    at,
    /** Something became due sooner than the next tick: look now. */
    hint: (): void => {
      present.engine.tick().catch((error: unknown) => log('error', 'tick failed', { error: String(error) }));
    },
  };
}

/** The assembled product. */
export type Product = Awaited<ReturnType<typeof assemble>>;
