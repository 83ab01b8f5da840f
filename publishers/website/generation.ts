import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { StillHeld } from '../contract';
import { writeFileAtomic } from './files';
import type { Places } from './places';

/**
 * A number that grows with every change of the site. A server that keeps pages in memory reads it to know when they
 * are stale.
 *
 * @param siteStateDir the directory of the publisher's state
 */
export async function readGeneration(siteStateDir: string): Promise<number> {
  try {
    return Number(await readFile(path.join(siteStateDir, 'generation'), 'utf8'));
  } catch {
    // No file yet: nothing has changed since the beginning.
    return 0;
  }
}

/** Only while holding the lock of the site. */
export async function nextGeneration(places: Places, stillHeld: StillHeld): Promise<void> {
  const next = (await readGeneration(places.state)) + 1;
  await writeFileAtomic(places.state, 'generation', String(next), stillHeld);
}
