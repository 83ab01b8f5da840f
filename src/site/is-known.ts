/** Whether the reader has it already. Proxies that pack pages mark the tag as weak; caches send every tag they hold. */
export const isKnown = (header: string | undefined, etag: string): boolean =>
  header?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*') ?? false;
