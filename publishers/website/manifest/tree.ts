import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { StillHeld } from '../../contract';
import { demand, removeFile, writeFileAtomic } from '../files';
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

/** Public files by name; null = gone. */
export type Changes = ReadonlyMap<string, Entry | null>;
/** Changes as they are stored. */
export const changedFiles = z.array(
  z.tuple([z.string(), z.object({ sha256: z.string(), size: z.number() }).nullable()]),
);

/** How much the list may be believed. `adopting`: files that lay there before are still being entered. `damaged`: parts of the list were not ours and a person must look. */
export type TreeState = 'whole' | 'adopting' | 'damaged';

/**
 * Changes that the root holds itself before they are entered in the parts. The root is written with every change, some
 * 130 bytes for each of these; a publication changes a few files that are new and a dozen that change each time, so the
 * parts are written once in a hundred publications instead of for every file.
 */
const MOST_RECENT = 500;

const leafFile = z.array(z.tuple([z.string(), z.string(), z.number()]));
const groupFile = z.record(z.string(), z.string());
const rootFile = z.object({
  sequence: z.number().int().nonnegative(),
  state: z.enum(['whole', 'adopting', 'damaged']),
  groups: groupFile,
  // Absent in lists of earlier programs.
  recent: changedFiles.default([]),
});

export type Leaf = ReadonlyMap<string, Entry>;

/** The list as one root names it. Its parts never change under their names, so it may be read without a lock. */
export interface Tree {
  /** Grows with every change. */
  readonly sequence: number;
  readonly state: TreeState;
  readonly groups: Readonly<Record<string, string>>;
  /** What has changed since the parts were written, by name; null = gone. */
  readonly recent: Changes;
  /** Ids of the leaves, in order, with the hash of each; null for a group that cannot be believed. */
  group(id: string): Promise<Readonly<Record<string, string>> | null>;
  /** With what is recent. Null when it cannot be believed: nothing is known of its files. */
  leaf(id: string): Promise<Leaf | null>;
}

export const treeDirectory = (places: Places): string => path.join(places.state, 'manifest');
const ROOT = 'root.json';
export const partsDirectory = (places: Places): string => path.join(treeDirectory(places), 'parts');

/** Leaves that a tree keeps in memory: as many as a publication or a batch of pages concerns, some times over. */
const MOST_KEPT = 256;

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
  const recent: Changes = new Map(root.recent);
  const recentBy = byLeaf(recent);
  const readLeaf: Tree['leaf'] = async (id) => {
    const leaves = await group(groupOf(id));
    if (leaves === null) return null;
    const hash = leaves[id];
    const rows = hash === undefined ? [] : await readPart(places, `l${id}`, hash, leafFile);
    return rows && withChanges(new Map(rows.map(([name, sha256, size]) => [name, { sha256, size }])), recentBy.get(id));
  };
  const kept = new Map<string, ReturnType<Tree['leaf']>>();
  return {
    ...root,
    recent,
    group,
    leaf(id) {
      const leaf = kept.get(id) ?? readLeaf(id);
      kept.set(id, leaf);
      const [oldest] = kept.keys();
      if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
      return leaf;
    },
  };
}

function byLeaf(changes: Changes): ReadonlyMap<string, Changes> {
  const leaves = new Map<string, Map<string, Entry | null>>();
  for (const [name, entry] of changes) {
    const id = leafOf(name);
    const leaf = leaves.get(id) ?? new Map<string, Entry | null>();
    leaves.set(id, leaf.set(name, entry));
  }
  return leaves;
}

function withChanges(leaf: Leaf, changes: Changes = new Map()): Leaf {
  const next = new Map(leaf);
  for (const [name, entry] of changes) {
    if (entry) next.set(name, entry);
    else next.delete(name);
  }
  return next;
}

/** What a file must be: null when it must not be there, `unknown` when this part of the list cannot be believed. */
export async function findEntry(tree: Tree, name: string): Promise<Entry | null | 'unknown'> {
  const leaf = await tree.leaf(leafOf(name));
  return leaf ? (leaf.get(name) ?? null) : 'unknown';
}

/**
 * A change costs one file, the root; when the root holds enough, also each part that one of its changes concerns. That
 * is bounded by the number of changes, not by the list.
 */
export async function writeTree(
  places: Places,
  key: SiteKey,
  before: Tree,
  changes: Changes,
  stillHeld: StillHeld,
  state: TreeState = before.state,
): Promise<void> {
  const root: Root = { sequence: before.sequence + 1, state, groups: before.groups, recent: [] };
  const recent: Changes = new Map([...before.recent, ...changes]);
  if (recent.size <= MOST_RECENT && (await areBelieved(before, changes))) {
    await writeSigned(treeDirectory(places), ROOT, key, { ...root, recent: [...recent] }, stillHeld);
    return;
  }
  const { groups, damaged, replaced } = await writeParts(places, before, recent, stillHeld);
  // While files are being entered, those of a lost part are entered again.
  const judged = damaged && state === 'whole' ? 'damaged' : state;
  await writeSigned(treeDirectory(places), ROOT, key, { ...root, state: judged, groups }, stillHeld);
  demand(stillHeld);
  await Promise.all(replaced.map((name) => removeFile(path.join(partsDirectory(places), name))));
}

type Root = z.infer<typeof rootFile>;

/** Whether the parts that the changes concern are ours: those that are not are begun anew at once, and the list says so. */
async function areBelieved(tree: Tree, changes: Changes): Promise<boolean> {
  for (const id of new Set([...changes.keys()].map(leafOf))) if (!(await tree.leaf(id))) return false;
  return true;
}

/** Writes the parts that the changes concern, beside those that stand. */
async function writeParts(
  places: Places,
  before: Tree,
  changes: Changes,
  stillHeld: StillHeld,
): Promise<{ readonly groups: Root['groups']; readonly damaged: boolean; readonly replaced: readonly string[] }> {
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

  const leaves = byLeaf(changes);
  const groups = new Map<string, Record<string, string>>();
  for (const id of new Set([...leaves.keys()].map(groupOf))) {
    const known = await before.group(id);
    damaged ||= known === null;
    groups.set(id, { ...known });
  }
  await eachAtOnce([...leaves], async ([id, changed]) => {
    const known = await before.leaf(id);
    damaged ||= known === null;
    const next = withChanges(known ?? new Map<string, Entry>(), changed);
    const rows = [...next].map(([name, { sha256, size }]) => [name, sha256, size] as const);
    const group = groups.get(groupOf(id));
    if (group) group[id] = await keep(`l${id}`, rows.sort(byName), group[id]);
  });
  const hashes: Record<string, string> = { ...before.groups };
  await eachAtOnce([...groups], async ([id, group]) => {
    hashes[id] = await keep(`g${id}`, inOrder(group), hashes[id]);
  });
  // A part that came back to what it was is in use again.
  return { groups: hashes, damaged, replaced: replaced.filter((name) => !written.includes(name)) };
}

/** A list without files. @param sequence of the last list; a new one goes on from there */
export const emptyTree = (state: TreeState, sequence = 0): Tree => ({
  sequence,
  state,
  groups: {},
  recent: new Map(),
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
