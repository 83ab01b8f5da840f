import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { copiesDirectory, copyName } from '../../../publishers/website/manifest/copies';
import { MANIFEST_LOCK } from '../../../publishers/website/manifest/manifest';
import { openTree, partName, partsDirectory, type Tree } from '../../../publishers/website/manifest/tree';
import type { SiteCheck } from './site-check';

/**
 * Removes what processes that were killed have left beside the list: parts that no root names, copies of files that are
 * not what is published. Only of a list that is whole, because a damaged one no longer knows what it needs.
 */
export async function tidyList({ places, manifest, pace, isOver }: SiteCheck): Promise<void> {
  for (const id of [null, ...(await namesIn(copiesDirectory(places)))]) {
    if (isOver()) return;
    await manifest.exclusive(MANIFEST_LOCK, async (stillHeld) => {
      const tree = await openTree(places, manifest.key);
      if (typeof tree === 'string' || tree.state !== 'whole') return;
      const directory = id === null ? partsDirectory(places) : path.join(copiesDirectory(places), id);
      const needed = id === null ? await partsOf(tree) : await copiesOf(tree, id);
      const names = needed ? (await namesIn(directory)).filter((name) => !needed.has(name)) : [];
      for (const name of names) if (stillHeld()) await rm(path.join(directory, name), { force: true });
    });
    await pace();
  }
}

async function partsOf(tree: Tree): Promise<ReadonlySet<string> | null> {
  const parts = new Set<string>();
  for (const [id, hash] of Object.entries(tree.groups)) {
    parts.add(partName(`g${id}`, hash));
    const leaves = await tree.group(id);
    if (!leaves) return null;
    for (const [leaf, of] of Object.entries(leaves)) parts.add(partName(`l${leaf}`, of));
  }
  return parts;
}

async function copiesOf(tree: Tree, id: string): Promise<ReadonlySet<string> | null> {
  const leaf = await tree.leaf(id);
  return leaf && new Set([...leaf].map(([name, entry]) => path.basename(copyName(name, entry))));
}

const namesIn = (directory: string): Promise<string[]> => readdir(directory).catch(() => []);
