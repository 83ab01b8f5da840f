/** `sha256:1a2b3c4d…` → `1a2b3c4d`: enough to compare by eye; the whole stands in the title. */
export function shortHash(hash: string): string {
  return hash.replace(/^sha256:/, '').slice(0, 8);
}
