import type { Delivering } from './assemble';
import { remindOfCertificates } from './certificate';
import { createEngine, type Engine } from './engine';
import { checkHealth } from './health';
import { askDueProfiles } from './profiles';
import { eachSecond } from './queue/each-second';
import { beat, forgetWorker } from './workers';

/** How often the accounts' turns are looked at, milliseconds; each has its own time. */
const HEALTH = 5_000;
/** A process that works looks every five seconds or more often. Milliseconds. */
const LOOKED_WITHIN = 15_000;
/**
 * How long a stop waits for what is under way, milliseconds. Above the longest irreversible call, so that a clean stop
 * never leaves one without its answer.
 */
const DRAIN = 20_000;

export interface Working {
  readonly engine: Engine;
  /** Whether it has looked at what is due within the last moments. */
  readonly isLooking: () => boolean;
  /** Takes no more work, waits for what is under way, within bounds, and gives everything back. */
  stop(): Promise<void>;
}

/** Makes this process deliver: looks, works, beats, and keeps an eye on the accounts. */
export async function startWorking({ parts, accounts, dispatcher }: Delivering): Promise<Working> {
  const engine = createEngine(parts);
  const queue = await dispatcher.start(engine, parts.log);
  if (dispatcher.handOver) engine.whenFree((account) => queue.free(account));
  // At once, so that no monitor sees a process that works and nobody who lives.
  await beat(parts);
  const stopBeat = eachSecond('heartbeat', () => beat(parts), parts.log);
  const failed = (what: string) => (error: unknown) => parts.log('error', `${what} failed`, { error: String(error) });
  const health = setInterval(() => {
    checkHealth(parts).catch(failed('health check'));
    askDueProfiles(parts).catch(failed('question for what accounts may do'));
    remindOfCertificates(parts, accounts).catch(failed('reminder of certificates'));
  }, HEALTH);
  return {
    engine,
    isLooking: () => parts.now().getTime() - (engine.lastTick() ?? 0) < LOOKED_WITHIN,
    async stop() {
      clearInterval(health);
      stopBeat();
      await queue.stop();
      const ended = await engine.stop(DRAIN);
      if (!ended) parts.log('warn', 'stopped while deliveries were under way; their leases run out', {});
      await forgetWorker(parts);
    },
  };
}
