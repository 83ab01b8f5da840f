import type { MediaRef } from '../contract';

/** The pictures that Markdown may show, found by the address that stands in the text. */
export type Pictures = (address: string) => MediaRef | null;

export function pictureIndex(media: readonly MediaRef[]): Pictures {
  const byAddress = new Map<string, MediaRef>();
  for (const ref of media) {
    byAddress.set(ref.url, ref);
    // Markdown editors write Chinese file names and spaces percent-encoded.
    byAddress.set(encodeURI(ref.url), ref);
  }
  return (address) => byAddress.get(address) ?? null;
}
