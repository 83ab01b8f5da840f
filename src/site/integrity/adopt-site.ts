import { lstat } from 'node:fs/promises';
import { resolveInside } from '../../../publishers/website/files';
import type { Entry, TreeState } from '../../../publishers/website/manifest/tree';
import { findEntry, writeTree } from '../../../publishers/website/manifest/tree';
import { MANIFEST_LOCK } from '../../../publishers/website/manifest/manifest';
import { believedTree } from '../../../publishers/website/manifest/record';
import { fileState } from '../../../publishers/website/manifest/file-state';
import { plainNameOf } from '../../../publishers/website/packed';
import { keepCopyOf } from './keep-copy-of';
import type { SiteCheck } from './site-check';
import { walkSite } from './walk-site';

/** Files that are entered at a time; publications go on in between. A leaf is written once for all of its files. */
const AT_ONCE = 5_000;

/**
 * Enters the files that lie in the site and are in no list yet, as they are: the site is older than its list, or a
 * person has looked and says that they are right. Links are not taken, nor packed files: those are made anew.
 * @returns how many were entered
 */
export async function adoptSite(check: SiteCheck): Promise<number> {
  let adopted = 0;
  let batch: string[] = [];
  for await (const { name, isFile } of walkSite(check, () => undefined)) {
    if (!isFile || plainNameOf(name) !== null) continue;
    batch.push(name);
    if (batch.length < AT_ONCE) continue;
    adopted += await enter(check, batch);
    batch = [];
  }
  adopted += await enter(check, batch);
  // From now on the list is whole, and whatever is not in it is foreign.
  if (!check.isOver()) await enter(check, [], 'whole');
  return adopted;
}

/** Publications wait only for what is done under the lock; what one of them has entered meanwhile is newer. */
async function enter(check: SiteCheck, names: readonly string[], state: TreeState = 'adopting'): Promise<number> {
  const { places, manifest } = check;
  const found = new Map<string, Entry>();
  for (const name of names) {
    if (check.isOver()) break;
    const entry = await fileState(places.site, name, check.pace);
    if (typeof entry === 'string') continue;
    found.set(name, entry);
    await keepCopyOf(check, name, entry);
    await check.pace();
  }
  return manifest.exclusive(MANIFEST_LOCK, async (stillHeld) => {
    const tree = await believedTree(places, manifest, stillHeld);
    for (const name of found.keys()) {
      const known = await findEntry(tree, name);
      const isNewer = known !== null && known !== 'unknown';
      if (isNewer || !(await lstat(resolveInside(places.site, name)).catch(() => null))) found.delete(name);
    }
    await writeTree(places, manifest.key, tree, found, stillHeld, state);
    return found.size;
  });
}
