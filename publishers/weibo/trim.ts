import { clauses, sentences, words } from './sentences';

const DANGLING = /[，；：、,;\s]+$/u;

/** Shows that a sentence goes on elsewhere. */
const ELLIPSIS = '……';

/** @property complete whether nothing was left out */
export interface Trimmed {
  readonly text: string;
  readonly complete: boolean;
}

/** As many whole sentences from the beginning as fit. May be empty. */
export function wholeSentences(text: string, fits: (candidate: string) => boolean): Trimmed {
  const kept = longestStart(sentences(text.trim()), (start) => fits(start.trim()));
  return { text: kept.trim(), complete: kept.trim() === text.trim() };
}

/**
 * As much from the beginning as fits: whole sentences; where not even the first one does, whole clauses; where not
 * even those, whole words, never half a figure. What breaks off inside a sentence ends with an ellipsis.
 *
 * @param fits must not become true again for a longer text once it was false
 */
export function trimmed(text: string, fits: (candidate: string) => boolean): Trimmed {
  const whole = wholeSentences(text, fits);
  if (whole.complete || whole.text !== '') return whole;
  const [first = ''] = sentences(text.trim());
  const open = (start: string): string => start.replace(DANGLING, '') + ELLIPSIS;
  for (const parts of [clauses(first), words(first)]) {
    const kept = longestStart(parts, (start) => fits(open(start)));
    if (kept.trim() !== '') return { text: open(kept.trimStart()), complete: false };
  }
  return { text: '', complete: false };
}

function longestStart(parts: readonly string[], fits: (start: string) => boolean): string {
  let kept = '';
  for (const part of parts) {
    if (!fits(kept + part)) break;
    kept += part;
  }
  return kept;
}
