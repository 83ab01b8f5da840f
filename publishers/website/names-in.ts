import { readdir } from 'node:fs/promises';
import { isMissing } from './is-missing';

/** The names in a directory, in no order; none where it does not exist. */
export async function namesIn(directory: string): Promise<readonly string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
