import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { resolveInside } from '../files';
import type { Entry } from './tree';

/** Read at a time, bytes: a recording is never held in memory. */
const CHUNK = 256 * 1024;
const NOT_THERE = new Set(['ENOENT', 'ENOTDIR']);

/** What really lies at a name: `other` for a link, a directory, a pipe. */
export type FileState = Entry | 'missing' | 'other';

/**
 * Hashes a file without following a link in its last part.
 * @param pace waits between the parts of a large file, so that readers are served first
 */
export async function fileState(
  directory: string,
  name: string,
  pace: () => Promise<void> = () => Promise.resolve(),
): Promise<FileState> {
  let file;
  try {
    file = await open(resolveInside(directory, name), constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    if (NOT_THERE.has(codeOf(error))) return 'missing';
    if (codeOf(error) === 'ELOOP' || codeOf(error) === 'ENXIO') return 'other';
    throw error;
  }
  try {
    if (!(await file.stat()).isFile()) return 'other';
    const hash = createHash('sha256');
    const chunk = Buffer.allocUnsafe(CHUNK);
    let size = 0;
    for (;;) {
      const { bytesRead } = await file.read(chunk, 0, CHUNK, null);
      if (bytesRead === 0) break;
      hash.update(chunk.subarray(0, bytesRead));
      size += bytesRead;
      if (bytesRead === CHUNK) await pace();
    }
    return { sha256: hash.digest('hex'), size };
  } finally {
    await file.close();
  }
}

export const isSame = (state: FileState, entry: Entry): boolean =>
  typeof state === 'object' && state.sha256 === entry.sha256 && state.size === entry.size;

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
