import type { Correction } from '../parts/corrections';

/**
 * Everything that was ever put right, the newest first. A note that staff leave in the draft through later versions
 * keeps the moment at which it was new; one that they take out stays on record.
 */
export function correctionsOf(
  publications: readonly { readonly at: string | null; readonly correction?: string | undefined }[],
): readonly Correction[] {
  const first = new Map<string, string | null>();
  for (const { at, correction } of publications) {
    if (correction !== undefined && !first.has(correction)) first.set(correction, at);
  }
  return [...first].map(([text, at]) => ({ at, text })).reverse();
}
