import { schedule } from 'node-cron';
import type { Log } from '../context';

/** Runs a task each second, on the second, and never twice at once. @returns how to stop */
export function eachSecond(name: string, task: () => Promise<void>, log: Log): () => void {
  const run = unlessBusy(task, (error) => log('error', 'a task of the tick failed', { task: name, error }));
  const scheduled = schedule('* * * * * *', run, { timezone: 'Asia/Shanghai', name });
  return () => void scheduled.stop();
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
