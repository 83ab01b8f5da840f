let last: Promise<unknown> = Promise.resolve();

/**
 * Runs works of this process that compute for long one after another. Each keeps a thread of the pool that also reads
 * files and asks databases; with as many of them as there are threads, readers and deliveries would wait.
 */
export function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work, work);
  last = mine.catch(() => undefined);
  return mine;
}
