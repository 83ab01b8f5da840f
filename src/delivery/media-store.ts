import { createHash, randomUUID } from 'node:crypto';
import { copyFile, mkdir, readFile, rename, stat } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import type { MediaRef } from '../../publishers/contract';

/**
 * Files as signed, kept by content: whatever happens to the media library later, a version finds the bytes that were
 * signed. One directory, two levels, named by SHA-256.
 */
export function createMediaStore(directory: string) {
  const path = (ref: Pick<MediaRef, 'sha256' | 'name'>): string =>
    join(directory, ref.sha256.slice(0, 2), `${ref.sha256}${extname(ref.name).toLowerCase()}`);

  return {
    path,
    /** Copies a file in; does nothing when it is there already. */
    async keep(ref: Pick<MediaRef, 'sha256' | 'name'>, source: string): Promise<void> {
      const target = path(ref);
      if (await stat(target).catch(() => null)) return;
      await mkdir(dirname(target), { recursive: true });
      // Of its own for each call: two versions that are signed at the same moment may share a picture.
      const temporary = `${target}.${randomUUID()}.tmp`;
      await copyFile(source, temporary);
      await rename(temporary, target);
    },
    /** @throws when the file is gone or is not the one that was signed */
    async read(ref: MediaRef): Promise<Uint8Array> {
      const bytes = await readFile(path(ref));
      if (createHash('sha256').update(bytes).digest('hex') !== ref.sha256) {
        throw new Error(`media ${ref.sha256} differs from the signed file`);
      }
      return bytes;
    },
  };
}

export type MediaStore = ReturnType<typeof createMediaStore>;
