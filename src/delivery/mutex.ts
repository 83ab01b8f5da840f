import type { Io, StillHeld } from '../../publishers/contract';

/** Nobody takes it from a process that stands still: the others stand still with it. */
const stillHeld: StillHeld = () => true;

/** Runs works that share a key one after another, within this process. A failed work does not stop the next. */
export function createMutex(): Io['exclusive'] {
  const tails = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const before = tails.get(key) ?? Promise.resolve();
    const start = () => work(stillHeld);
    const mine = before.then(start, start);
    const tail = mine.catch(() => undefined);
    tails.set(key, tail);
    try {
      return await mine;
    } finally {
      if (tails.get(key) === tail) tails.delete(key);
    }
  };
}
