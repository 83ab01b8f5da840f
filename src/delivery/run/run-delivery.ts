import { createIo, type ConnectedAccount, type EngineParts, type Run } from '../context';
import type { Delivery, Exchange } from '../delivery';
import type { LateCause } from '../late-causes';
import { STOPPABLE } from '../states';
import { STEPS } from './steps';

/** Pause before a delivery whose run broke down is looked at again, milliseconds. */
const AFTER_BREAKDOWN = 5_000;
/** The same for one whose account is not there: somebody may put it back. */
const WITHOUT_ACCOUNT = 60_000;

/**
 * Walks one claimed delivery as far as it goes now, keeping the claim alive meanwhile.
 * @param stopping true once the process is to end
 */
export async function runDelivery(parts: EngineParts, claimed: Delivery, stopping: () => boolean): Promise<void> {
  const connected = (await parts.accounts()).find((a) => a.account.name === claimed.account);
  const publisher = connected && parts.publishers.get(connected.account.publisher);
  if (!connected || !publisher) {
    const nextAt = parts.now().getTime() + WITHOUT_ACCOUNT;
    const lateCause: LateCause = 'no-account';
    const keeps = STOPPABLE.includes(claimed.state) && nextAt > claimed.dueAt;
    await parts.store.move(claimed, claimed.state, { nextAt, ...(keeps && { lateCause }) });
    await parts.store.release(claimed);
    return;
  }
  const claim = keepClaim(parts, claimed);
  const run = createRun(parts, connected, publisher, claimed, claim.stillMine, stopping);

  let current = claimed;
  try {
    for (;;) {
      const step = STEPS[current.kind][current.state];
      if (!step) {
        await parts.store.move(current, current.state, { nextAt: null });
        break;
      }
      const next = await step(run, current);
      if (!next || !run.mayGoOn() || (next.nextAt !== null && next.nextAt > parts.now().getTime())) break;
      current = next;
    }
  } catch (error) {
    const nextAt = parts.now().getTime() + AFTER_BREAKDOWN;
    const keeps = STOPPABLE.includes(current.state) && current.lateCause === null && nextAt > current.dueAt;
    await parts.store.move(current, current.state, { nextAt, ...(keeps && { lateCause: 'delivery.crashed' }) });
    throw error;
  } finally {
    claim.end();
    await parts.store.release(claimed);
  }
}

/** Renews the claim again and again, and knows when it was lost. */
function keepClaim(parts: EngineParts, claimed: Delivery) {
  let kept = true;
  let renewedAt = performance.now();
  // A process that was stopped or blocked for longer than its lease must not believe in its claim when it wakes.
  const stillMine = (): boolean => kept && performance.now() - renewedAt < parts.lease;
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
  // A call that never ends must not keep a process alive that was asked to stop.
  beat.unref();
  return { stillMine, end: () => clearInterval(beat) };
}

function createRun(
  parts: EngineParts,
  connected: ConnectedAccount,
  publisher: Run['publisher'],
  claimed: Delivery,
  stillMine: () => boolean,
  stopping: () => boolean,
): Run {
  let exchanges: Exchange[] = [];
  const log: EngineParts['log'] = (level, message, facts) =>
    parts.log(level, message, { delivery: claimed.id, attempt: claimed.fence, ...facts });
  const own = { ...parts, log };
  return {
    parts: own,
    publisher,
    account: connected.account,
    io: createIo(own, connected, (exchange) => exchanges.push(exchange), stillMine, claimed),
    takeExchanges: () => {
      const taken = exchanges;
      exchanges = [];
      return taken;
    },
    stillMine,
    mayGoOn: () => stillMine() && !stopping(),
  };
}
