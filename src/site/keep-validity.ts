import { drawDuePolicies, revisePolicy } from '../../publishers/website/revise-policy';
import type { Lifecycle } from '../../publishers/website/state/lifecycle';
import { createIo, type EngineParts } from '../delivery/context';
import { eachSecond } from '../delivery/queue/each-second';

/** How often it is looked whether a policy begins to apply, ran out, or was changed by another process; milliseconds. */
const LOOK = 60_000;
/** Policies saved so long before the last look are asked for again: clocks and transactions of others; milliseconds. */
const OVERLAP = 5 * 60_000;

/** How policies stand, as staff keep it, by id. `since`: only those saved after this moment; null = all. */
export type ReadLifecycles = (since: Date | null) => Promise<ReadonlyMap<string, Lifecycle>>;

/**
 * Keeps what the site says of the validity of policies true: what staff saved, and what turns with the calendar. The
 * database is asked again and again, and in full at the start, so nothing depends on a message arriving.
 */
export function createValidityKeeper(parts: EngineParts, read: ReadLifecycles) {
  let stopping = false;
  let running: Promise<void> | null = null;
  let stopTicking = (): void => undefined;
  let asked = true;
  let lookedAt: Date | null = null;
  const mayGoOn = (): boolean => !stopping;

  /** Brings the site up to date. */
  async function look(): Promise<void> {
    const website = (await parts.accounts()).find(({ account }) => account.publisher === 'website');
    if (!website) return;
    const io = createIo(parts, website, () => undefined);
    const now = parts.now();
    const saved = await read(lookedAt && new Date(lookedAt.getTime() - OVERLAP));
    for (const [policy, facts] of saved) {
      if (!mayGoOn()) return;
      if (await revisePolicy(io, policy, facts)) parts.log('info', 'a policy stands differently', { policy, ...facts });
    }
    lookedAt = now;
    await drawDuePolicies(io, website.account, mayGoOn);
  }

  async function tick(): Promise<void> {
    const isDue = lookedAt === null || Math.abs(parts.now().getTime() - lookedAt.getTime()) >= LOOK;
    if (stopping || !(asked || isDue)) return;
    asked = false;
    running = look();
    await running;
  }

  return {
    look,
    /**
     * Somebody saves a policy: look at the next second. Not at once, because whoever saves may still be in the
     * middle of a transaction, in which nothing of ours must take part.
     */
    changed: (): void => void (asked = true),
    start(): void {
      stopTicking = eachSecond('validity of policies', tick, parts.log);
    },
    /** Begins nothing more and waits for what is under way. */
    async stop(): Promise<void> {
      stopping = true;
      stopTicking();
      // Whatever went wrong with it was logged.
      await running?.catch(() => undefined);
    },
  };
}

export type ValidityKeeper = ReturnType<typeof createValidityKeeper>;
