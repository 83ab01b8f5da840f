import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Places } from '../places';

/** A delivery that was cancelled half-way never comes back for its parts; after so long nobody does. Milliseconds. */
const KEPT = 7 * 24 * 3_600_000;

/** Where the parts of a film lie until all are there. */
export const filmDirectory = (places: Places, sha256: string): string => path.join(places.state, 'films', sha256);

/** Takes away the parts of films on which nobody has worked for long. */
export async function forgetOldFilms(places: Places, now: Date): Promise<void> {
  const directory = path.dirname(filmDirectory(places, 'any'));
  for (const name of await readdir(directory).catch(() => [])) {
    const found = await stat(path.join(directory, name)).catch(() => null);
    if (found && now.getTime() - found.mtimeMs > KEPT)
      await rm(path.join(directory, name), { recursive: true, force: true });
  }
}
