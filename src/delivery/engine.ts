import type { Run, EngineParts } from './context';
import { createIo } from './context';
import type { Delivery, Exchange } from './delivery';
import { STEPS, type Step } from './run/steps';
import type { DueDelivery } from './store';

/** How many deliveries of one account are worked on at once by one process. */
const PER_ACCOUNT = 4;
/** How many due deliveries are fetched at once. */
const PER_LOOK = 200;
/** Pause before a delivery whose run broke down is looked at again, milliseconds. */
const AFTER_BREAKDOWN = 5_000;

export interface Engine {
  /** Looks at everything that is due. Answers when the work is handed out, not when it is done. */
  tick(): Promise<void>;
  /** Waits until nothing is being worked on. */
  idle(): Promise<void>;
  /** Takes no more work and waits for what is under way, at most `milliseconds`. */
  stop(milliseconds: number): Promise<void>;
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
  let ticked: number | null = null;
  let stopping = false;
  let ticking: Promise<void> | null = null;

  const isFull = (account: string): boolean => (perAccount.get(account) ?? 0) >= PER_ACCOUNT;
  const fullAccounts = (): readonly string[] => [...perAccount.keys()].filter(isFull);
  const failed = (message: string) => (error: unknown) =>
    parts.log('error', message, { error: error instanceof Error ? error.stack : String(error) });

  /** Fills the places of every account. A platform that hangs, with hundreds waiting for it, must not hide the others. */
  async function look(): Promise<void> {
    for (;;) {
      const full = fullAccounts();
      const found = await parts.store.due(PER_LOOK, full);
      for (const one of found) {
        if (stopping) return;
        if (!running.has(one.id) && !isFull(one.account)) await take(one);
      }
      if (found.length < PER_LOOK || fullAccounts().length === full.length) break;
    }
    ticked = parts.now().getTime();
  }

  /** One row that cannot be read must not keep the others from going out. */
  async function take(one: DueDelivery): Promise<void> {
    try {
      const claimed = await parts.store.claim(one.id, parts.owner, parts.lease);
      if (claimed) begin(claimed);
    } catch (error) {
      parts.log('error', 'a due delivery could not be claimed', { delivery: one.id, error: String(error) });
    }
  }

  function begin(delivery: Delivery): void {
    const { id, account } = delivery;
    perAccount.set(account, (perAccount.get(account) ?? 0) + 1);
    const work = runDelivery(parts, delivery)
      .catch(failed('a run of a delivery crashed'))
      .finally(() => {
        running.delete(id);
        const wasFull = isFull(account);
        perAccount.set(account, (perAccount.get(account) ?? 1) - 1);
        // Others may have waited for this place: two hundred of the same minute must not take a second each.
        if (wasFull && !stopping) tick().catch(failed('tick failed'));
      });
    running.set(id, work);
  }

  function tick(): Promise<void> {
    ticking ??= look().finally(() => {
      ticking = null;
    });
    return ticking;
  }

  async function idle(): Promise<void> {
    while (ticking !== null || running.size > 0) await Promise.all([ticking, ...running.values()]);
  }

  return {
    tick,
    idle,
    async stop(milliseconds) {
      stopping = true;
      let timer: NodeJS.Timeout | undefined;
      const bound = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, milliseconds);
      });
      await Promise.race([bound, idle()]);
      clearTimeout(timer);
    },
    lastTick: () => ticked,
  };
}

/** Walks one claimed delivery as far as it goes now, keeping the claim alive meanwhile. */
async function runDelivery(parts: EngineParts, claimed: Delivery): Promise<void> {
  const connected = (await parts.accounts()).find((a) => a.account.name === claimed.account);
  const publisher = connected && parts.publishers.get(connected.account.publisher);
  if (!connected || !publisher) {
    // An account that was removed from the settings: look again in a minute, somebody may put it back.
    await parts.store.move(claimed, claimed.state, { nextAt: parts.now().getTime() + 60_000 });
    await parts.store.release(claimed);
    return;
  }

  let kept = true;
  let renewedAt = performance.now();
  // A process that was stopped or blocked for longer than its lease must not believe in its claim when it wakes.
  const stillMine = () => kept && performance.now() - renewedAt < parts.lease;
  let exchanges: Exchange[] = [];
  const run: Run = {
    parts,
    publisher,
    account: connected.account,
    io: createIo(parts, connected, (exchange) => exchanges.push(exchange), stillMine, claimed),
    takeExchanges: () => {
      const taken = exchanges;
      exchanges = [];
      return taken;
    },
    stillMine,
  };
  const beat = setInterval(() => {
    const asked = performance.now();
    parts.store
      .renew(claimed, parts.lease)
      .then((renewed) => {
        if (renewed && stillMine()) renewedAt = asked;
        else kept = false;
      })
      .catch((error: unknown) =>
        parts.log('warn', 'could not renew a claim', { delivery: claimed.id, error: String(error) }),
      );
  }, parts.lease / 3);

  let current = claimed;
  try {
    for (;;) {
      const step: Step | undefined = STEPS[current.state];
      if (!step) {
        await parts.store.move(current, current.state, { nextAt: null });
        break;
      }
      const next = await step(run, current);
      if (!next || (next.nextAt !== null && next.nextAt > parts.now().getTime())) break;
      current = next;
    }
  } catch (error) {
    await parts.store.move(current, current.state, { nextAt: parts.now().getTime() + AFTER_BREAKDOWN });
    throw error;
  } finally {
    clearInterval(beat);
    await parts.store.release(claimed);
  }
}
