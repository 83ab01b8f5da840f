import type { Run, EngineParts } from './context';
import { createIo } from './context';
import type { Delivery, Exchange } from './delivery';
import { STEPS, type Step } from './run/steps';

/** How many deliveries of one account are worked on at once by one process. */
const PER_ACCOUNT = 4;
/** How many due deliveries one tick looks at. */
const PER_TICK = 200;

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

  async function look(): Promise<void> {
    for (const id of await parts.store.due(PER_TICK)) {
      if (stopping) return;
      if (running.has(id)) continue;
      const waiting = await parts.store.get(id);
      if (!waiting || (perAccount.get(waiting.account) ?? 0) >= PER_ACCOUNT) continue;
      const claimed = await parts.store.claim(id, parts.owner, parts.lease);
      if (claimed) begin(claimed);
    }
    ticked = parts.now().getTime();
  }

  function begin(delivery: Delivery): void {
    perAccount.set(delivery.account, (perAccount.get(delivery.account) ?? 0) + 1);
    const work = runDelivery(parts, delivery)
      .catch((error: unknown) => {
        parts.log('error', 'a run of a delivery crashed', {
          delivery: delivery.id,
          error: error instanceof Error ? error.stack : String(error),
        });
      })
      .finally(() => {
        running.delete(delivery.id);
        perAccount.set(delivery.account, (perAccount.get(delivery.account) ?? 1) - 1);
      });
    running.set(delivery.id, work);
  }

  return {
    tick: () => {
      ticking ??= look().finally(() => {
        ticking = null;
      });
      return ticking;
    },
    async idle() {
      await ticking;
      while (running.size > 0) await Promise.all(running.values());
    },
    async stop(milliseconds) {
      stopping = true;
      let timer: NodeJS.Timeout | undefined;
      const bound = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, milliseconds);
      });
      await Promise.race([bound, Promise.all([ticking, ...running.values()])]);
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

  try {
    let current: Delivery | null = claimed;
    while (current) {
      const step: Step | undefined = STEPS[current.state];
      if (!step) {
        await parts.store.move(current, current.state, { nextAt: null });
        break;
      }
      current = await step(run, current);
      if (current?.nextAt != null && current.nextAt > parts.now().getTime()) break;
    }
  } finally {
    clearInterval(beat);
    await parts.store.release(claimed);
  }
}
