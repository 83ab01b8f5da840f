import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { StillHeld } from '../../contract';
import { demand, writeFileAtomic } from '../files';
import type { Places } from '../places';
import { eachAtOnce } from './each-at-once';
import type { SiteKey } from './site-key';
import { readSigned, writeSigned } from './signed-file';

/** What a public file must be. */
export interface Entry {
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

/** How much the list may be believed. `adopting`: files that lay there before are still being entered. `damaged`: parts of the list were not ours and a person must look. */
export type TreeState = 'whole' | 'adopting' | 'damaged';

const leafFile = z.array(z.tuple([z.string(), z.string(), z.number()]));
const groupFile = z.record(z.string(), z.string());
const rootFile = z.object({
  sequence: z.number().int().nonnegative(),
  state: z.enum(['whole', 'adopting', 'damaged']),
  groups: groupFile,
});

export type Leaf = ReadonlyMap<string, Entry>;

/** The list as one root names it. Its parts never change under their names, so it may be read without a lock. */
export interface Tree {
  /** Grows with every change. */
  readonly sequence: number;
  readonly state: TreeState;
  readonly groups: Readonly<Record<string, string>>;
  /** Ids of the leaves, in order, with the hash of each; null for a group that cannot be believed. */
  group(id: string): Promise<Readonly<Record<string, string>> | null>;
  /** Null when it cannot be believed: nothing is known of its files. */
  leaf(id: string): Promise<Leaf | null>;
}

export const treeDirectory = (places: Places): string => path.join(places.state, 'manifest');
const ROOT = 'root.json';
export const partsDirectory = (places: Places): string => path.join(treeDirectory(places), 'parts');

/** 4,096 leaves under 64 groups: with 200,000 files each holds about fifty, and a change rewrites some kilobytes. */
export const leafOf = (name: string): string => hashOf(name).slice(0, 3);
export const groupOf = (leaf: string): string => (parseInt(leaf, 16) >> 6).toString(16).padStart(2, '0');

/** @returns `missing` or `forged` instead of a tree when there is none to be believed */
export async function openTree(places: Places, key: SiteKey): Promise<Tree | 'missing' | 'forged'> {
  const root = await readSigned(treeDirectory(places), ROOT, key, rootFile);
  if (typeof root === 'string') return root;
  const groups = new Map<string, ReturnType<Tree['group']>>();
  const group: Tree['group'] = (id) => {
    const hash = root.groups[id];
    const read =
      groups.get(id) ?? (hash === undefined ? Promise.resolve({}) : readPart(places, `g${id}`, hash, groupFile));
    groups.set(id, read);
    return read;
  };
  return {
    ...root,
    group,
    async leaf(id) {
      const leaves = await group(groupOf(id));
      if (leaves === null) return null;
      const hash = leaves[id];
      if (hash === undefined) return new Map();
      const rows = await readPart(places, `l${id}`, hash, leafFile);
      return rows && new Map(rows.map(([name, sha256, size]) => [name, { sha256, size }]));
    },
  };
}

/** What a file must be: null when it must not be there, `unknown` when this part of the list cannot be believed. */
export async function findEntry(tree: Tree, name: string): Promise<Entry | null | 'unknown'> {
  const leaf = await tree.leaf(leafOf(name));
  return leaf ? (leaf.get(name) ?? null) : 'unknown';
}

/** What a change of the list costs is bounded by its own number of files, not by the list. */
export async function writeTree(
  places: Places,
  key: SiteKey,
  before: Tree,
  changes: ReadonlyMap<string, Entry | null>,
  stillHeld: StillHeld,
  state: TreeState = before.state,
): Promise<void> {
  const written: string[] = [];
  const replaced: string[] = [];
  let damaged = false;
  const keep = async (part: string, value: unknown, old: string | undefined): Promise<string> => {
    const text = JSON.stringify(value);
    const hash = hashOf(text);
    if (hash === old) return hash;
    await writeFileAtomic(partsDirectory(places), partName(part, hash), text, stillHeld);
    written.push(partName(part, hash));
    if (old !== undefined) replaced.push(partName(part, old));
    return hash;
  };

  const leaves = new Map<string, (readonly [string, Entry | null])[]>();
  for (const change of changes) {
    const id = leafOf(change[0]);
    leaves.set(id, [...(leaves.get(id) ?? []), change]);
  }
  const groups = new Map<string, Record<string, string>>();
  for (const id of new Set([...leaves.keys()].map(groupOf))) {
    const known = await before.group(id);
    damaged ||= known === null;
    groups.set(id, { ...known });
  }
  await eachAtOnce([...leaves], async ([id, changed]) => {
    const known = await before.leaf(id);
    damaged ||= known === null;
    const next = new Map(known);
    for (const [name, entry] of changed) {
      if (entry) next.set(name, entry);
      else next.delete(name);
    }
    const rows = [...next].map(([name, { sha256, size }]) => [name, sha256, size] as const);
    const group = groups.get(groupOf(id));
    if (group) group[id] = await keep(`l${id}`, rows.sort(byName), group[id]);
  });
  const hashes: Record<string, string> = { ...before.groups };
  await eachAtOnce([...groups], async ([id, group]) => {
    hashes[id] = await keep(`g${id}`, inOrder(group), hashes[id]);
  });
  const root: z.infer<typeof rootFile> = {
    sequence: before.sequence + 1,
    // While files are being entered, those of a lost part are entered again.
    state: damaged && state === 'whole' ? 'damaged' : state,
    groups: hashes,
  };
  await writeSigned(treeDirectory(places), ROOT, key, root, stillHeld);
  // A part that came back to what it was is in use again.
  const gone = replaced.filter((name) => !written.includes(name));
  demand(stillHeld);
  await Promise.all(gone.map((name) => rm(path.join(partsDirectory(places), name), { force: true })));
}

/** A list without files. @param sequence of the last list; a new one goes on from there */
export const emptyTree = (state: TreeState, sequence = 0): Tree => ({
  sequence,
  state,
  groups: {},
  group: () => Promise.resolve({}),
  leaf: () => Promise.resolve(new Map()),
});

export const partName = (part: string, hash: string): string => `${part}-${hash}.json`;

/** Null for a part that is missing or not the one that was named. */
async function readPart<T>(places: Places, part: string, hash: string, schema: z.ZodType<T>): Promise<T | null> {
  let text: string;
  try {
    text = await readFile(path.join(partsDirectory(places), partName(part, hash)), 'utf8');
  } catch {
    // Whatever the reason: what cannot be read cannot be believed.
    return null;
  }
  return hashOf(text) === hash ? schema.parse(JSON.parse(text)) : null;
}

export const hashOf = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** The same files give the same list, whatever the order in which they came. */
const inOrder = (group: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(group).sort(byName));

const byName = ([one]: readonly [string, ...unknown[]], [other]: readonly [string, ...unknown[]]): number =>
  one < other ? -1 : 1;
