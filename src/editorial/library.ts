import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { MediaRef } from '../../publishers/content';

/** A row of the media library, as far as it is needed here. */
export const libraryFile = z.object({
  id: z.number(),
  name: z.string(),
  alternativeText: z.string().nullable(),
  hash: z.string(),
  ext: z.string().nullable(),
  mime: z.string(),
  url: z.string(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  /** Marked in the media library, in per cent of width and height. */
  focalPoint: z
    .object({ x: z.number().min(0).max(100), y: z.number().min(0).max(100) })
    .nullish()
    .catch(null),
});
export type LibraryFile = z.infer<typeof libraryFile>;

/**
 * Turns files of the media library into references by content.
 * @param directory where the library keeps its files; an address `/uploads/x.png` is found below it
 */
export function createLibrary(directory: string) {
  // A replaced file keeps its name, so a digest is remembered for one size and time of change only.
  const digests = new Map<string, { stamp: string; sha256: string; bytes: number }>();

  const path = (file: LibraryFile): string => join(directory, file.url);

  async function digest(file: LibraryFile): Promise<{ sha256: string; bytes: number }> {
    const { size, mtimeMs } = await stat(path(file));
    const stamp = `${size}:${mtimeMs}`;
    const known = digests.get(file.url);
    if (known?.stamp === stamp) return known;
    const bytes = await readFile(path(file));
    const fresh = { stamp, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
    digests.set(file.url, fresh);
    return fresh;
  }

  return {
    path,
    /** @throws when the file is gone from disk */
    async ref(file: LibraryFile, address: string = file.url): Promise<MediaRef> {
      const { sha256, bytes } = await digest(file);
      return {
        id: String(file.id),
        url: address,
        sha256,
        mime: file.mime,
        name: `${file.hash}${file.ext ?? ''}`,
        bytes,
        width: file.width,
        height: file.height,
        duration: null,
        alt: file.alternativeText ?? '',
        // Left out where there is none: contents signed before keep their hash.
        ...(file.focalPoint && { focus: { x: file.focalPoint.x / 100, y: file.focalPoint.y / 100 } }),
      };
    },
  };
}

export type Library = ReturnType<typeof createLibrary>;
