import type { EngineParts } from './context';
import { runDelivery } from './run/run-delivery';
import type { DueDelivery } from './store/claims';

/** How many deliveries of one account are worked on at once by one process. */
export const PER_ACCOUNT = 4;
/** How many due deliveries are fetched at once. */
const PER_LOOK = 200;

export interface Engine {
  /**
   * Looks at everything that is due. Answers when the work is handed out, not when it is done.
   * @param behind only what is due for longer than this, milliseconds: where a queue hands out the rest
   */
  tick(behind?: number): Promise<void>;
  /** Takes these if they are due and nobody else has them; what finds no place is left to the next tick. */
  take(deliveries: readonly DueDelivery[]): Promise<void>;
  /** How many more deliveries of this account could be worked on. */
  places(account: string): number;
  /** From now on somebody else is told of places that become free, instead of a tick. */
  whenFree(tell: (account: string) => void): void;
  /** Waits until nothing is being worked on. */
  idle(): Promise<void>;
  /** Takes no more work and waits for what is under way, at most `milliseconds`. @returns whether all of it ended */
  stop(milliseconds: number): Promise<boolean>;
  /** When the last tick ended, milliseconds UTC; null before the first. */
  lastTick(): number | null;
}

/**
 * The delivery engine of one process. The database is the schedule: a tick asks it what is due, claims each delivery
 * with a lease and a rising fence, and walks it through its steps. Any number of engines may share a database.
 */
export function createEngine(parts: EngineParts): Engine {
  const running = new Map<string, Promise<void>>();
  const perAccount = new Map<string, number>();
  /** Found due, but without a place: taken as places become free, without asking the database again for each. */
  const waiting = new Map<string, DueDelivery[]>();
  let ticked: number | null = null;
  let stopping = false;
  let ticking: Promise<void> | null = null;

  const places = (account: string): number => Math.max(0, PER_ACCOUNT - (perAccount.get(account) ?? 0));
  const isFull = (account: string): boolean => places(account) === 0;
  const fullAccounts = (): readonly string[] => [...perAccount.keys()].filter(isFull);
  const failed = (message: string) => (error: unknown) =>
    parts.log('error', message, { error: error instanceof Error ? error.stack : String(error) });

  /** Fills the places of every account. A platform that hangs, with hundreds waiting for it, must not hide the others. */
  async function look(behind: number): Promise<void> {
    waiting.clear();
    for (;;) {
      const full = fullAccounts();
      const found = await parts.store.due(PER_LOOK, full, behind);
      for (const one of found) await takeOrQueue(one);
      if (found.length < PER_LOOK || fullAccounts().length === full.length) break;
    }
    ticked = parts.now().getTime();
  }

  async function takeOrQueue(one: DueDelivery): Promise<void> {
    if (stopping || running.has(one.id)) return;
    if (isFull(one.account)) waiting.set(one.account, [...(waiting.get(one.account) ?? []), one]);
    else await claimAndBegin(one);
  }

  /** One row that cannot be read must not keep the others from going out. */
  async function claimAndBegin(one: DueDelivery): Promise<void> {
    // The place is taken before anything is awaited, or two callers would take the same.
    occupy(one.account, 1);
    try {
      const claimed = await parts.store.claim(one.id, parts.owner, parts.lease);
      if (!claimed || stopping) {
        occupy(one.account, -1);
        if (claimed) await parts.store.release(claimed);
        return;
      }
      const work = runDelivery(parts, claimed, () => stopping)
        .catch(failed('a run of a delivery crashed'))
        .finally(() => leave(one));
      running.set(one.id, work);
    } catch (error) {
      occupy(one.account, -1);
      parts.log('error', 'a due delivery could not be claimed', { delivery: one.id, error: String(error) });
    }
  }

  const occupy = (account: string, by: 1 | -1): void =>
    void perAccount.set(account, (perAccount.get(account) ?? 0) + by);

  /** Others may have waited for this place: two hundred of the same minute must not take a second each. */
  function leave({ id, account }: DueDelivery): void {
    running.delete(id);
    occupy(account, -1);
    const next = stopping ? undefined : waiting.get(account)?.shift();
    if (next) track(claimAndBegin(next));
    else if (waiting.delete(account) && !stopping) free(account);
    else if (!stopping && handedOut) free(account);
  }

  /** Claims under way count as work, so that `idle` waits for them. */
  const claiming = new Set<Promise<void>>();
  function track(work: Promise<void>): void {
    claiming.add(work);
    void work.finally(() => claiming.delete(work));
  }

  let handedOut = false;
  let free = (_account: string): void => void tick().catch(failed('tick failed'));

  /** Asked for while a look was under way, which may not have seen a place that became free as it ended. */
  let again: number | null = null;
  function tick(behind = 0): Promise<void> {
    if (ticking) again = Math.min(behind, again ?? behind);
    ticking ??= look(behind).finally(() => {
      ticking = null;
      if (again === null || stopping) return;
      const next = again;
      again = null;
      tick(next).catch(failed('tick failed'));
    });
    return ticking;
  }

  async function idle(): Promise<void> {
    while (ticking !== null || running.size > 0 || claiming.size > 0) {
      await Promise.all([ticking, ...running.values(), ...claiming]);
    }
  }

  return {
    tick,
    take: async (deliveries) => {
      const begun: Promise<void>[] = [];
      for (const one of deliveries) {
        if (!stopping && !running.has(one.id) && !isFull(one.account)) begun.push(claimAndBegin(one));
      }
      await Promise.all(begun);
    },
    places,
    whenFree: (tell) => {
      handedOut = true;
      free = tell;
    },
    idle,
    async stop(milliseconds) {
      stopping = true;
      let timer: NodeJS.Timeout | undefined;
      const bound = new Promise<boolean>((resolve) => {
        timer = setTimeout(() => resolve(false), milliseconds);
      });
      const ended = await Promise.race([bound, idle().then(() => true)]);
      clearTimeout(timer);
      return ended;
    },
    lastTick: () => ticked,
  };
}
