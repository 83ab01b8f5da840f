import { setTimeout as pause } from 'node:timers/promises';
import type { StillHeld } from '../../../publishers/contract';
import { readIntent } from '../../../publishers/website/manifest/intent';
import { MANIFEST_LOCK } from '../../../publishers/website/manifest/manifest';
import { believedTree } from '../../../publishers/website/manifest/record';
import { findEntry, openTree, type Tree } from '../../../publishers/website/manifest/tree';
import { plainNameOf } from '../../../publishers/website/packed';
import { expectedAt } from './expected';
import { judge } from './judge';
import { restore } from './restore';
import type { Finding, SiteCheck } from './site-check';

/** Rounds of a tenth of a second in which a publication under way may end. */
const PATIENCE = 100;

/**
 * Looks again at a file that seemed wrong, while no publication changes it, and puts it right. Where the lock is not
 * ours, the list is read before and after: only what was wrong under one and the same list is believed, and what was
 * put back is right under the list that stands at the end.
 * @returns null when it is as it should be
 */
export function settleSuspect(check: SiteCheck, name: string): Promise<Finding | null> {
  return check.manifest.exclusive(MANIFEST_LOCK, async (stillHeld) => {
    let done: Finding | null = null;
    for (let round = 0; round < PATIENCE; round += 1) {
      const tree = await treeNow(check, stillHeld);
      if (!tree) return done;
      if (await isBeingPublished(check, tree, name)) {
        if (!done) return null;
        await pause(100);
        continue;
      }
      const expected = await expectedAt(name, (one) => findEntry(tree, one));
      if (expected === 'unknown' || (expected === null && tree.state !== 'whole')) return done;
      const trouble = await judge(check, name, expected);
      // A publication that changed the file before it was judged has left its intent, or a newer list.
      if (trouble && !(await isStillTrue(check, tree, name, stillHeld))) continue;
      if (trouble) {
        const deed = check.restores ? await restore(check, name, expected, stillHeld) : 'left';
        done = { trouble, name, deed };
      }
      if (await isStillTrue(check, tree, name, stillHeld)) return done;
      if (!check.restores) done = null;
    }
    return done;
  });
}

async function treeNow({ places, manifest, ownsLock }: SiteCheck, stillHeld: StillHeld): Promise<Tree | null> {
  const tree = await openTree(places, manifest.key);
  if (typeof tree === 'string') return null;
  return ownsLock ? believedTree(places, manifest, stillHeld) : tree;
}

/**
 * Whether the list is the one by which a file was judged, and nobody changes the file. The intent is read before the
 * list: it goes only after the new list has come, so whoever finds neither was not overtaken.
 */
async function isStillTrue(check: SiteCheck, tree: Tree, name: string, stillHeld: StillHeld): Promise<boolean> {
  if (await isBeingPublished(check, tree, name)) return false;
  const now = await treeNow(check, stillHeld);
  return now === null || now.sequence === tree.sequence;
}

async function isBeingPublished({ places, manifest }: SiteCheck, tree: Tree, name: string): Promise<boolean> {
  const intent = await readIntent(places, manifest.key, tree);
  return intent !== null && (intent.has(name) || intent.has(plainNameOf(name) ?? name));
}
