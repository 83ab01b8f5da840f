import { folded } from '../../../publishers/website/folded';

/** Characters of text before the place that was found, and in all. */
const BEFORE = 24;
const LENGTH = 110;
/** Only so many places of a word are compared: a common one stands everywhere. */
const PLACES = 40;

/**
 * What to show of a document: its answer where that says what was asked for, else the stretch of text that holds most of
 * the words, else the answer all the same.
 * @param words folded, the most important first
 */
export function excerpt(summary: string, text: string, words: readonly string[]): string {
  const inSummary = countIn(folded(summary).text, words);
  if (summary !== '' && inSummary > 0 && inSummary >= Math.min(2, words.length)) return summary;
  const { text: compared, places } = folded(text);
  let best = { at: -1, holds: inSummary };
  for (const word of words) {
    let at = compared.indexOf(word);
    for (let tried = 0; at >= 0 && tried < PLACES; tried += 1) {
      const holds = countIn(compared.slice(at, at + LENGTH - BEFORE), words);
      if (holds > best.holds) best = { at, holds };
      at = compared.indexOf(word, at + word.length);
    }
  }
  if (best.at < 0) return summary === '' ? cut(text, 0) : summary;
  return cut(text, places[Math.max(0, best.at - BEFORE)] ?? 0);
}

const countIn = (text: string, words: readonly string[]): number => words.filter((word) => text.includes(word)).length;

function cut(text: string, from: number): string {
  // Rather at the beginning of a sentence, where one begins close by.
  const sentence = /[。！？\n]/g;
  sentence.lastIndex = from;
  const end = sentence.exec(text);
  const begin = from > 0 && end && end.index - from < BEFORE - 2 ? end.index + 1 : from;
  // Whole characters, not halves of those beyond the basic plane.
  const piece = Array.from(text.slice(begin, begin + 2 * LENGTH))
    .slice(0, LENGTH)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
  return `${begin > 0 ? '…' : ''}${piece}${begin + piece.length < text.length ? '…' : ''}`;
}
