import { rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { MANIFEST_LOCK } from '../../../publishers/website/manifest/manifest';
import { readSigned, writeSigned } from '../../../publishers/website/manifest/signed-file';
import { emptyTree, openTree, treeDirectory, writeTree } from '../../../publishers/website/manifest/tree';
import type { SiteCheck } from './site-check';

const NAME = 'adopt.json';
const request = z.object({ sequence: z.number() });
type Asked = Pick<SiteCheck, 'places' | 'manifest'>;

/**
 * A person says that the files are right as they lie there, and asks for a new list. The product makes it, because only
 * it holds the lock. It counts for the list that stands now, so that it cannot be used a second time.
 */
export async function askForAdoption({ places, manifest }: Asked): Promise<void> {
  const sequence = await sequenceNow({ places, manifest });
  await writeSigned(treeDirectory(places), NAME, manifest.key, { sequence }, () => true);
}

/** Begins the new list that a person has asked for. @returns whether somebody had */
export function beginAdoption({ places, manifest }: Asked): Promise<boolean> {
  return manifest.exclusive(MANIFEST_LOCK, async (stillHeld) => {
    const asked = await readSigned(treeDirectory(places), NAME, manifest.key, request);
    if (asked === 'missing') return false;
    await rm(path.join(treeDirectory(places), NAME), { force: true });
    const sequence = await sequenceNow({ places, manifest });
    // Publications may have gone on since; only a list that was made since is not the one that was meant.
    if (asked === 'forged' || asked.sequence > sequence) return false;
    await writeTree(places, manifest.key, emptyTree('adopting', sequence), new Map(), stillHeld);
    return true;
  });
}

async function sequenceNow({ places, manifest }: Asked): Promise<number> {
  const tree = await openTree(places, manifest.key);
  return typeof tree === 'string' ? 0 : tree.sequence;
}
