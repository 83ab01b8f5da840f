import type { Article } from '../article/article';
import { countCharacters } from '../article/count-characters';
import { LIMITS } from './limits';

/** Kept free for the last line: "全文和政策原文：", the address, and the marker of the delivery. */
const ADDRESS_ROOM = 60;

export interface PictureText {
  readonly content: string;
  /** How many long descriptions found no room. */
  readonly omitted: number;
}

/**
 * The text of an image post: the answer, then each picture's caption and everything that it says, for those who cannot
 * see it. A description that does not fit is left out whole; half a table would mislead.
 */
export function pictureText(article: Article, canonicalUrl: string): PictureText {
  const parts = [article.lead.trim()].filter((text) => text !== '');
  let room = LIMITS.pictureText - ADDRESS_ROOM - countCharacters(canonicalUrl) - countCharacters(parts.join(''));
  let omitted = 0;
  for (const [index, { caption, longDescription }] of article.figures.entries()) {
    const head = `图${index + 1} ${caption}`.trim();
    const full = [head, longDescription.trim()].filter((text) => text !== '').join('\n');
    const fits = countCharacters(full) + 2 <= room;
    if (!fits) omitted += 1;
    const text = fits ? full : head;
    if (countCharacters(text) + 2 > room) continue;
    parts.push(text);
    room -= countCharacters(text) + 2;
  }
  return { content: parts.join('\n\n'), omitted };
}
