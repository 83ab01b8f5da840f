import type { Core } from '@strapi/strapi';
import { createDesk } from '../publishers/micro-broadcast/desk';
import type { Room } from '../publishers/micro-broadcast/room';
import { assembleDelivery, type Publishing } from './delivery/assemble';
import type { Delivery } from './delivery/delivery';
import { createEngine } from './delivery/engine';
import { OPEN } from './delivery/states';
import { startWorking, type Working } from './delivery/start-working';
import { createArchive } from './editorial/archive';
import { createEditorial } from './editorial/editorial';
import { createLibrary } from './editorial/library';
import { createLog } from './log';
import { createValidityKeeper } from './site/keep-validity';
import { watchSite } from './site/integrity/watch-site';
import { createInsight } from './wechat-insight/insight';

/** How long a request waits for a withdrawal that it asked for, milliseconds. */
const PATIENCE = 8_000;

/** Puts the product together: everything that runs beside Strapi, from the database up. */
export async function assemble(strapi: Core.Strapi, publishing: Publishing) {
  const log = createLog(publishing.logLevel);
  const delivering = await assembleDelivery(strapi.db.connection, publishing, log);
  await delivering.accounts.define(publishing.accounts);
  const library = createLibrary(publishing.paths.library);

  /** Everything that depends on what time it is; the demo data gets its past from an engine by another clock. */
  function at(clock: () => Date) {
    const parts = delivering.at(clock);
    const archive = createArchive(strapi, library, clock);
    const editorial = createEditorial({ ...parts, draft: archive.draft, source: archive.source });
    return { store: parts.store, parts, archive, editorial, engine: createEngine(parts) };
  }

  const { parts } = delivering;
  const archive = createArchive(strapi, library, parts.now);
  const editorial = createEditorial({ ...parts, draft: archive.draft, source: archive.source });
  const desk = createDesk({
    ...publishing.site,
    exclusive: parts.exclusive,
    now: parts.now,
    log,
  });
  const insight = createInsight(parts, publishing.secretKey);
  const validity = createValidityKeeper(parts, archive.lifecycles);
  let working: Working | null = null;
  const guard = watchSite(parts, { restores: publishing.restoresSite, media: publishing.paths.media });
  let stopInsight: (() => Promise<void>) | null = null;
  let stopGuard: (() => Promise<void>) | null = null;
  const watchers: ((room: Room) => void)[] = [];
  return {
    store: parts.store,
    parts,
    accounts: delivering.accounts,
    archive,
    editorial,
    insight,
    validity,
    desk,
    /** A live room changed: whoever asked with `onShown` is told at once. */
    shown: (room: Room): void => watchers.forEach((tell) => tell(room)),
    onShown: (tell: (room: Room) => void): void => void watchers.push(tell),
    publishing,
    log,
    at,
    /** From now on this process delivers, unless it is told to leave that to others. */
    work: async (): Promise<void> => {
      if (!publishing.works) return;
      working = await startWorking(delivering);
      stopInsight = insight.start();
      stopGuard = guard.start();
    },
    /** Whether this process does its part: it has looked within the last seconds, or leaves the work to others. */
    isAlive: (): boolean => !publishing.works || (working?.isLooking() ?? false),
    /** Something became due sooner than the next tick: look now. */
    hint: (): void => {
      working?.engine.tick().catch((error: unknown) => log('error', 'tick failed', { error: String(error) }));
    },
    /**
     * A delivery whose withdrawal was asked for, as it stands once that is decided, or after a moment: a withdrawal is a
     * delivery of its own and may take as long as its platform does.
     */
    withdrawn: async (delivery: Delivery): Promise<Delivery> => {
      const until = performance.now() + PATIENCE;
      for (;;) {
        const withdrawal = await parts.store.withdrawalOf(delivery.id);
        if (!withdrawal || !OPEN.includes(withdrawal.state) || performance.now() > until) break;
        await new Promise((wake) => setTimeout(wake, 100));
      }
      return (await parts.store.get(delivery.id)) ?? delivery;
    },
    stop: async (): Promise<void> => {
      await Promise.all([validity.stop(), stopInsight?.(), stopGuard?.(), working?.stop()]);
      await delivering.close();
    },
  };
}

/** The assembled product. */
export type Product = Awaited<ReturnType<typeof assemble>>;
