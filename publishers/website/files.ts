import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, unlink } from 'node:fs/promises';
import path from 'node:path';
import type { StillHeld } from '../contract';
import { isMissing } from './is-missing';

/**
 * Puts one file in place so that a reader sees the old bytes or the new ones, never a part: written beside its place,
 * synced, renamed. Whoever is cut off in between leaves a `.tmp` file that nobody serves.
 *
 * @param dir the directory that must not be left
 * @param name relative to `dir`, with `/`; missing directories are made
 * @throws when the name leads out of `dir`, the disk refuses, or the lock was lost
 */
export async function writeFileAtomic(
  dir: string,
  name: string,
  data: string | Uint8Array,
  stillHeld: StillHeld,
): Promise<void> {
  const staged = await stageFile(dir, name, data);
  try {
    await placeFile(staged, stillHeld);
  } catch (error) {
    await removeFile(staged.temporary);
    throw error;
  }
}

/** For files that are named after their content: whoever writes one writes the same bytes. */
export const noLockNeeded: StillHeld = () => true;

/** Whether this is the name of a file that was on its way to its place. */
export const isLeftover = (name: string): boolean => /^\..+\.[0-9a-f-]{36}\.tmp$/.test(name);

/** A file that is on the disk in full but not yet in its place. */
export interface StagedFile {
  readonly temporary: string;
  readonly target: string;
}

/** The first half of `writeFileAtomic`: everything that can fail for want of space happens here. */
export async function stageFile(dir: string, name: string, data: string | Uint8Array): Promise<StagedFile> {
  const target = resolveInside(dir, name);
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${randomUUID()}.tmp`);
  try {
    const file = await inDirectory(temporary, () => open(temporary, 'wx'));
    try {
      await file.writeFile(data);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    await removeFile(temporary);
    throw error;
  }
  return { temporary, target };
}

/** Removes a file that may be there. */
export async function removeFile(file: string): Promise<void> {
  try {
    await unlink(file);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

/** Makes a file, and only where that fails its directory: nearly always it is there. */
export async function inDirectory<T>(file: string, make: () => Promise<T>): Promise<T> {
  try {
    return await make();
  } catch (error) {
    if (!isMissing(error)) throw error;
    await mkdir(path.dirname(file), { recursive: true });
    return make();
  }
}

/**
 * The second half: the rename that readers see.
 * @throws when the lock was lost: what stands there now may be newer
 */
export async function placeFile(staged: StagedFile, stillHeld: StillHeld): Promise<void> {
  demand(stillHeld);
  await rename(staged.temporary, staged.target);
}

/** @throws unless the lock is still held */
export function demand(stillHeld: StillHeld): void {
  if (!stillHeld()) throw new Error('lock lost');
}

/** The path of `name` inside `dir`. Throws when it leads out, so that an id from outside can never choose a place. */
export function resolveInside(dir: string, name: string): string {
  const target = path.resolve(dir, name);
  const relative = path.relative(path.resolve(dir), target);
  if (relative === '' || relative.startsWith('..') || path.isAbsolute(relative)) {
    throw new Error(`not a file inside its directory: ${name}`);
  }
  return target;
}
