import { stat } from 'node:fs/promises';
import { isMissing } from './is-missing';

/** Whether a file lies there. */
export async function isFile(name: string): Promise<boolean> {
  try {
    return (await stat(name)).isFile();
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}
