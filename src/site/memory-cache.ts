/** Bytes of hot files with what must be said about them. */
export interface CachedFile {
  readonly body: Buffer;
  readonly gzip: Buffer | null;
  readonly type: string;
  readonly etag: string;
  readonly cacheControl: string;
}

/**
 * Keeps the most recently read files, up to `bytes` in all. Everything is forgotten when the site changes: a publication
 * is rare, a read is not.
 */
export function createMemoryCache(bytes: number) {
  const files = new Map<string, CachedFile>();
  let used = 0;

  const size = (file: CachedFile): number => file.body.length + (file.gzip?.length ?? 0);

  return {
    get(path: string): CachedFile | undefined {
      return files.get(path);
    },
    set(path: string, file: CachedFile): void {
      if (size(file) > bytes / 16) return;
      // Two readers may have missed and read the same page at the same moment.
      const before = files.get(path);
      if (before) used -= size(before);
      files.delete(path);
      files.set(path, file);
      used += size(file);
      for (const [oldest, old] of files) {
        if (used <= bytes) break;
        files.delete(oldest);
        used -= size(old);
      }
    },
    clear(): void {
      files.clear();
      used = 0;
    },
  };
}

export type MemoryCache = ReturnType<typeof createMemoryCache>;
