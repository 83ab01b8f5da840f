import path from 'node:path';
import { z } from 'zod';
import type { StillHeld } from '../../contract';
import { demand, removeFile } from '../files';
import type { Places } from '../places';
import type { SiteKey } from './site-key';
import { readSigned, writeSigned } from './signed-file';
import { changedFiles, treeDirectory, type Changes, type Tree } from './tree';

const NAME = 'intent.json';
const intentFile = z.object({
  sequence: z.number().int().positive(),
  changes: changedFiles,
});

/**
 * Kept before public files change: who finds it knows which of them may be new or old, and that nobody tampered. Only
 * the one that follows the list counts: an older one, laid there again, would excuse an alteration.
 */
export async function readIntent(places: Places, key: SiteKey, tree: Tree): Promise<Changes | null> {
  const intent = await readSigned(treeDirectory(places), NAME, key, intentFile);
  return typeof intent === 'string' || intent.sequence !== tree.sequence + 1 ? null : new Map(intent.changes);
}

export const writeIntent = (
  places: Places,
  key: SiteKey,
  tree: Tree,
  changes: Changes,
  stillHeld: StillHeld,
): Promise<void> =>
  writeSigned(treeDirectory(places), NAME, key, { sequence: tree.sequence + 1, changes: [...changes] }, stillHeld);

export async function removeIntent(places: Places, stillHeld: StillHeld): Promise<void> {
  demand(stillHeld);
  await removeFile(path.join(treeDirectory(places), NAME));
}
