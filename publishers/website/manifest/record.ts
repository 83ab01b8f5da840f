import path from 'node:path';
import type { StillHeld } from '../../contract';
import type { Places } from '../places';
import { removeFile } from '../files';
import { copiesDirectory, copyName } from './copies';
import { fileState, isSame } from './file-state';
import { hasNoFiles } from './has-no-files';
import { readIntent, removeIntent, writeIntent } from './intent';
import { MANIFEST_LOCK, type Manifest } from './manifest';
import { emptyTree, findEntry, openTree, partsDirectory, writeTree, type Changes, type Entry, type Tree } from './tree';

/**
 * Changes public files and the list of them as one: the intent first, then the files, then the list. Whoever is cut off
 * leaves the intent, and the next one enters what has really happened.
 *
 * The list never stands in the way of a publication: where it cannot be believed, a new one is begun, marked as damaged,
 * and the check of the site asks for a person.
 */
export function recordChanges(
  places: Places,
  manifest: Manifest,
  changes: Changes,
  stillHeld: StillHeld,
  apply: (stillHeld: StillHeld) => Promise<void>,
): Promise<void> {
  const { key, exclusive } = manifest;
  return exclusive(MANIFEST_LOCK, async (own) => {
    const held: StillHeld = () => own() && stillHeld();
    const tree = await believedTree(places, manifest, held);
    await writeIntent(places, key, tree, changes, held);
    try {
      await apply(held);
    } catch (error) {
      // As far as it came; who lost the lock leaves that to its new holder.
      // Where even that fails, the intent stays and says what to look at.
      if (held()) await settle(places, manifest, tree, changes, held).catch(() => undefined);
      throw error;
    }
    // The files are in their places: what is published is not undone for the list. Where it cannot be written, the intent
    // stays, and whoever comes next enters it or fails before he changes anything.
    await enter(places, manifest, tree, changes, held).catch(() => undefined);
  });
}

/** The list, with what a crash left open entered. Only while holding the lock of the manifest. */
export async function believedTree(places: Places, manifest: Manifest, stillHeld: StillHeld): Promise<Tree> {
  const found = await openTree(places, manifest.key);
  if (typeof found === 'string') return beginTree(places, manifest, found, stillHeld);
  const left = await readIntent(places, manifest.key, found);
  if (!left) return found;
  await settle(places, manifest, found, left, stillHeld);
  return believedTree(places, manifest, stillHeld);
}

async function beginTree(
  places: Places,
  manifest: Manifest,
  found: 'missing' | 'forged',
  stillHeld: StillHeld,
): Promise<Tree> {
  const left = [partsDirectory(places), copiesDirectory(places)].map(hasNoFiles);
  const isNew = found === 'missing' && (await Promise.all(left)).every(Boolean);
  const state = !isNew ? 'damaged' : (await hasNoFiles(places.site)) ? 'whole' : 'adopting';
  await writeTree(places, manifest.key, emptyTree(state), new Map(), stillHeld);
  const begun = await openTree(places, manifest.key);
  if (typeof begun === 'string') throw new Error(`the list of the site's files cannot be kept: ${begun}`);
  return begun;
}

/** Enters those changes that have taken place, by looking at the files. */
async function settle(
  places: Places,
  manifest: Manifest,
  tree: Tree,
  changes: Changes,
  stillHeld: StillHeld,
): Promise<void> {
  const done = new Map<string, Entry | null>();
  for (const [name, entry] of changes) {
    const state = await fileState(places.site, name);
    if (entry ? isSame(state, entry) : state === 'missing') done.set(name, entry);
  }
  await enter(places, manifest, tree, done, stillHeld);
}

async function enter(
  places: Places,
  manifest: Manifest,
  tree: Tree,
  changes: Changes,
  stillHeld: StillHeld,
): Promise<void> {
  const before = await entriesOf(tree, [...changes.keys()]);
  await writeTree(places, manifest.key, tree, changes, stillHeld);
  await removeIntent(places, stillHeld);
  const old = [...before].filter(([name, entry]) => changes.get(name)?.sha256 !== entry.sha256);
  const copies = old.map(([name, entry]) => path.join(copiesDirectory(places), copyName(name, entry)));
  await Promise.all(copies.map(removeFile));
}

async function entriesOf(tree: Tree, names: readonly string[]): Promise<ReadonlyMap<string, Entry>> {
  const found = new Map<string, Entry>();
  for (const name of names) {
    const entry = await findEntry(tree, name);
    if (entry && entry !== 'unknown') found.set(name, entry);
  }
  return found;
}
