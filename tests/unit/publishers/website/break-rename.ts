import fs from 'node:fs/promises';

/** What only follows the files that are published and never decides: packed ones, and the list of all. */
export const FOLLOWS = /\/manifest\/|\.(br|gz)$/;

/**
 * Fails the rename with this number, counted from 1, as a full or broken disk would. Answers how many there were. Only
 * those are counted that a publication consists of.
 */
export function breakRename(number: number): () => number {
  const real = fs.rename;
  let count = 0;
  jest.spyOn(fs, 'rename').mockImplementation((from, to) => {
    if (FOLLOWS.test(String(to))) return real(from, to);
    count += 1;
    return count === number ? Promise.reject(new Error('disk')) : real(from, to);
  });
  return () => count;
}
