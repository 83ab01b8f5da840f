import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { StillHeld } from '../../contract';
import { resolveInside, writeFileAtomic } from '../files';
import { isMissing } from '../is-missing';
import type { SiteKey } from './site-key';

const envelope = z.object({ body: z.string(), signature: z.string() });

/** @returns `missing` when there is no such file, `forged` when it is not one that we signed */
export async function readSigned<T>(
  directory: string,
  name: string,
  key: SiteKey,
  schema: z.ZodType<T>,
): Promise<T | 'missing' | 'forged'> {
  let text: string;
  try {
    text = await readFile(resolveInside(directory, name), 'utf8');
  } catch (error) {
    if (isMissing(error)) return 'missing';
    throw error;
  }
  try {
    const { body, signature } = envelope.parse(JSON.parse(text));
    return key.isSigned(name, body, signature) ? schema.parse(JSON.parse(body)) : 'forged';
  } catch {
    // Not even JSON of the right shape: whoever wrote it, we did not.
    return 'forged';
  }
}

export function writeSigned(
  directory: string,
  name: string,
  key: SiteKey,
  value: unknown,
  stillHeld: StillHeld,
): Promise<void> {
  const body = JSON.stringify(value);
  return writeFileAtomic(directory, name, JSON.stringify({ body, signature: key.sign(name, body) }), stillHeld);
}
