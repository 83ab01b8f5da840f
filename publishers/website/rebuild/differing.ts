import { readFile } from 'node:fs/promises';
import type { Change } from '../changes';
import { resolveInside } from '../files';
import { isMissing } from '../is-missing';
import type { Places } from '../places';

/** Those of the changes that would change a byte. */
export async function differing(places: Places, changes: readonly Change[]): Promise<readonly Change[]> {
  const same = await Promise.all(changes.map((change) => isSame(places, change)));
  return changes.filter((_, index) => !same[index]);
}

async function isSame(places: Places, { in: place, name, data }: Change): Promise<boolean> {
  const standing = await readStanding(places[place], name);
  if (standing === null || data === null) return standing === data;
  return standing.equals(typeof data === 'string' ? Buffer.from(data) : data);
}

/** The bytes of a file, or null when there is none. */
export async function readStanding(directory: string, name: string): Promise<Buffer | null> {
  try {
    return await readFile(resolveInside(directory, name));
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
