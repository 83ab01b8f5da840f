/** One form of a file with all that is said about it. */
export interface Encoded {
  readonly body: Buffer;
  readonly etag: string;
  /** Ready to be sent, so that a hot page costs no work. */
  readonly headers: Readonly<Record<string, string>>;
  /** The same without the length, for a reader who has it already. */
  readonly unchanged: Readonly<Record<string, string>>;
}

/** A hot file, plain and packed. */
export interface CachedFile {
  readonly status: number;
  readonly plain: Encoded;
  readonly br: Encoded | null;
  readonly gzip: Encoded | null;
}

/**
 * Keeps the most recently read files, up to `bytes` in all. Everything is forgotten when the site changes: a publication
 * is rare, a read is not.
 */
export function createMemoryCache(bytes: number) {
  const files = new Map<string, CachedFile>();
  let used = 0;

  const size = ({ plain, br, gzip }: CachedFile): number =>
    plain.body.length + (br?.body.length ?? 0) + (gzip?.body.length ?? 0);

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
