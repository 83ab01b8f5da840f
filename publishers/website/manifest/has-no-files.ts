import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { isMissing } from '../is-missing';
import { isLeftover } from '../files';

/** Whether there is nothing below a directory but directories and files that are not yet in their place. */
export async function hasNoFiles(directory: string): Promise<boolean> {
  let entries;
  try {
    entries = await readdir(directory, { withFileTypes: true });
  } catch (error) {
    if (isMissing(error)) return true;
    throw error;
  }
  for (const entry of entries) {
    const isNothing = entry.isDirectory()
      ? await hasNoFiles(path.join(directory, entry.name))
      : entry.isFile() && isLeftover(entry.name);
    if (!isNothing) return false;
  }
  return true;
}
