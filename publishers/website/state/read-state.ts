import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { resolveInside } from '../files';
import { isMissing } from '../is-missing';
import type { Places } from '../places';

/**
 * One file of the state, or null when there is none.
 *
 * @throws when the file is not what we wrote: going on would publish nonsense
 */
export async function readState<T>(places: Places, name: string, schema: z.ZodType<T>): Promise<T | null> {
  let text: string;
  try {
    text = await readFile(resolveInside(places.state, name), 'utf8');
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
  return schema.parse(JSON.parse(text));
}
