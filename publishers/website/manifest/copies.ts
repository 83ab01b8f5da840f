import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inDirectory } from '../files';
import { isPackable, isPacked } from '../packed';
import type { PackedFile } from '../packed';
import type { Places } from '../places';
import { hashOf, leafOf, treeDirectory, type Entry } from './tree';

/** A copy of a public file from which it can be put back: packed with brotli where that was done anyway. */
export interface Copy {
  /** Relative to the directory of the copies. */
  readonly name: string;
  readonly data: string | Uint8Array;
}

export const copiesDirectory = (places: Places): string => path.join(treeDirectory(places), 'copies');

/**
 * Where the copy of a file of these bytes lies. Of the name too: the copy of one file goes when that file changes,
 * whatever another of the same bytes does.
 */
export const copyName = (name: string, { sha256, size }: Entry): string =>
  `${leafOf(name)}/${hashOf(`${name}\0${sha256}`)}${isPacked(name, size) ? PACKED : ''}`;

/** How the name of a copy ends that is packed. */
export const PACKED = '.br';

/**
 * A real copy, never a link: a link is altered with what it leads to. Recordings, named after their own bytes and by far
 * the largest, are not kept twice: the signed files hold the same bytes.
 * @returns null where no copy is kept
 */
export function copyOf(
  name: string,
  entry: Entry,
  data: string | Uint8Array,
  packed: readonly PackedFile[],
): Copy | null {
  if (isOriginal(name, entry)) return null;
  const brotli = packed.find(({ ending }) => ending === PACKED);
  return { name: copyName(name, entry), data: brotli?.bytes ?? data };
}

/** Whether the signed files hold the same bytes as this public one. */
export const isOriginal = (name: string, { sha256 }: Entry): boolean =>
  name.startsWith(`media/${sha256}.`) && !isPackable(name);

/**
 * Neither synced nor renamed into its place: whoever puts a file back checks the copy, and the check of the site makes a
 * lost or half-written one anew.
 */
export async function keepCopy(places: Places, { name, data }: Copy): Promise<void> {
  const target = path.join(copiesDirectory(places), name);
  await inDirectory(target, () => writeFile(target, data));
}
