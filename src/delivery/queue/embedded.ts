import { schedule } from 'node-cron';
import type { Log } from '../context';
import type { Engine } from '../engine';

export interface Queue {
  stop(): void;
}

/** Looks each second, on the second. The database is the schedule; a lost tick costs a second and nothing else. */
export function startEmbeddedQueue(engine: Engine, eachSecond: () => Promise<void>, log: Log): Queue {
  const look = unlessBusy(
    () => engine.tick(),
    (error) => log('error', 'tick failed', { error }),
  );
  // On its own, so that a slow one never delays a delivery.
  const others = unlessBusy(eachSecond, (error) => log('error', 'a task of the tick failed', { error }));
  const task = schedule(
    '* * * * * *',
    () => {
      look();
      others();
    },
    { timezone: 'Asia/Shanghai', name: 'deliveries' },
  );
  return { stop: () => void task.stop() };
}

/** Runs a work now, unless its last run is still under way. */
function unlessBusy(work: () => Promise<void>, complain: (error: string) => void): () => void {
  let busy = false;
  return () => {
    if (busy) return;
    busy = true;
    work()
      .catch((error: unknown) => complain(error instanceof Error ? (error.stack ?? error.message) : String(error)))
      .finally(() => {
        busy = false;
      });
  };
}
