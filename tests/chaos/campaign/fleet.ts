import { setTimeout as pause } from 'node:timers/promises';
import { startChild, type Child } from './child';

/** The engine's processes: some at work, and one that is loaded and waits to replace the next that is killed. */
export interface Fleet {
  readonly size: number;
  /** SIGKILLs one and lets another take its place, unless that one is being replaced already. */
  readonly replace: (slot: number) => Promise<void>;
  /** SIGSTOPs one for so many real milliseconds. */
  readonly stop: (slot: number, milliseconds: number) => Promise<void>;
  /** Kills everything. */
  readonly end: () => Promise<void>;
}

export async function startFleet(size: number, settings: object, log: string): Promise<Fleet> {
  const start = (): Child => startChild('engine', settings, log);
  let spare = start();
  const working: (Child | null)[] = [];
  const all = new Set<Child>([spare]);

  async function launch(slot: number): Promise<void> {
    const next = spare;
    spare = start();
    all.add(spare);
    await next.says('loaded');
    next.process.send('go');
    await next.says('ready');
    working[slot] = next;
  }

  for (let slot = 0; slot < size; slot += 1) await launch(slot);
  return {
    size,
    replace: async (slot) => {
      const victim = working[slot];
      if (!victim) return;
      working[slot] = null;
      await victim.kill();
      all.delete(victim);
      await launch(slot);
    },
    stop: async (slot, milliseconds) => {
      const child = working[slot];
      if (!child) return;
      child.process.kill('SIGSTOP');
      await pause(milliseconds);
      child.process.kill('SIGCONT');
    },
    end: async () => {
      await Promise.all([...all].map((child) => child.kill()));
    },
  };
}
