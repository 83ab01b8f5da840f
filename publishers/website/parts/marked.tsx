import type { ComponentChildren } from 'preact';
import { fold, folded } from '../folded';

/**
 * The text with the reader's words marked, whatever their case and width.
 * @param show how a part of the text is written, marked or not; plainly by itself
 */
export function marked(
  text: string,
  words: readonly string[],
  show: (from: number, to: number) => ComponentChildren = (from, to) => text.slice(from, to),
): ComponentChildren {
  const wanted = words.map(fold).filter((word) => word !== '');
  if (wanted.length === 0) return show(0, text.length);
  const { text: compared, places } = folded(text);
  // The longest first, so that 保育教育费 is not marked in two pieces.
  const longestFirst = wanted.sort((one, other) => other.length - one.length);
  const pattern = new RegExp(longestFirst.map(literally).join('|'), 'gu');
  const pieces: ComponentChildren[] = [];
  let end = 0;
  for (const { index, 0: found } of compared.matchAll(pattern)) {
    const [from = 0, to = from] = [places[index], places[index + found.length]];
    // A sign that folds to several letters (㎡) is marked as a whole or not at all.
    if (from < end || to <= from) continue;
    pieces.push(show(end, from), <mark key={from}>{show(from, to)}</mark>);
    end = to;
  }
  return [...pieces, show(end, text.length)];
}

const literally = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
