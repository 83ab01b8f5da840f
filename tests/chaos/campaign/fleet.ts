import { setTimeout as pause } from 'node:timers/promises';
import { startChild, type Child } from './child';

/** The engine's processes: some at work, and one that is loaded and waits to replace the next that is killed. */
export interface Fleet {
  readonly size: number;
  /** SIGKILLs one when it has worked for a moment, and lets another take its place. */
  readonly replace: (slot: number) => Promise<void>;
  /** SIGSTOPs one for so many real milliseconds. */
  readonly stop: (slot: number, milliseconds: number) => Promise<void>;
  /** Kills everything. */
  readonly end: () => Promise<void>;
}

/** Real milliseconds. Killed any sooner, a process on a busy machine would never have got to work. */
const AT_WORK = 700;

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

  /** One after another in each place, however many were asked for at once. */
  const turns: Promise<void>[] = [];
  async function kill(slot: number): Promise<void> {
    await pause(AT_WORK);
    const victim = working[slot];
    if (!victim) return;
    working[slot] = null;
    await victim.kill();
    all.delete(victim);
    await launch(slot);
  }

  for (let slot = 0; slot < size; slot += 1) await launch(slot);
  return {
    size,
    replace: (slot) => {
      const mine = (turns[slot] ?? Promise.resolve()).then(() => kill(slot));
      turns[slot] = mine;
      return mine;
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
