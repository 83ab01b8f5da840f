import { schedule } from 'node-cron';
import type { Engine } from '../engine';
import type { Log } from '../context';

export interface Queue {
  stop(): void;
}

/** Looks each second, on the second. The database is the schedule; a lost tick costs a second and nothing else. */
export function startEmbeddedQueue(engine: Engine, eachSecond: () => Promise<void>, log: Log): Queue {
  const look = () =>
    engine
      .tick()
      .catch((error: unknown) =>
        log('error', 'tick failed', { error: error instanceof Error ? error.stack : String(error) }),
      );
  const task = schedule(
    '* * * * * *',
    async () => {
      await look();
      await eachSecond().catch((error: unknown) => log('error', 'a task of the tick failed', { error: String(error) }));
    },
    { noOverlap: true, timezone: 'Asia/Shanghai', name: 'deliveries' },
  );
  return { stop: () => void task.stop() };
}
