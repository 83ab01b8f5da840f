import type { Inline } from './blocks';
import type { ReadingContext } from './reading-context';

/** The picture at an address that stands in the text; null, and a finding, where the library has none. */
export function findPicture(
  address: string,
  words: string,
  context: ReadingContext,
): Extract<Inline, { type: 'picture' }> | null {
  const media = context.pictures(address);
  if (!media) {
    context.findings.push({ type: 'unknown-picture', detail: address.slice(0, 80) });
    return null;
  }
  const alt = words.trim() || media.alt.trim();
  if (alt === '') context.findings.push({ type: 'picture-without-words', detail: media.name });
  return { type: 'picture', media, alt };
}
