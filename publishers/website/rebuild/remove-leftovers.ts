import { opendir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Places } from '../places';

/** As `stageFile` names what is not yet in its place. */
const LEFTOVER = /^\..+\.tmp$/;

/**
 * Removes what processes that were killed left beside the files that they wrote. Nobody serves it, but it takes space.
 *
 * @param age milliseconds; younger ones may belong to somebody who is writing
 * @returns how many there were
 */
export async function removeLeftovers({ site, state }: Places, now: Date, age: number): Promise<number> {
  const before = now.getTime() - age;
  return (await clear(site, before)) + (await clear(state, before));
}

async function clear(directory: string, before: number): Promise<number> {
  let removed = 0;
  const folder = await opendir(directory).catch(() => null);
  // Not there yet, or gone meanwhile: nothing to clear.
  if (!folder) return 0;
  for await (const entry of folder) {
    const name = path.join(directory, entry.name);
    if (entry.isDirectory()) removed += await clear(name, before);
    else if (LEFTOVER.test(entry.name) && (await writtenAt(name)) <= before) {
      await rm(name, { force: true });
      removed += 1;
    }
  }
  return removed;
}

/** Milliseconds; +∞ for one that took its place meanwhile. */
const writtenAt = async (name: string): Promise<number> =>
  (await stat(name).catch(() => null))?.mtimeMs ?? Number.POSITIVE_INFINITY;
