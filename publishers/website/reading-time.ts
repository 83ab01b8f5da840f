import { stripTags } from '../article/strip-tags';

/** How many characters a minute people read who are not in a hurry; studies of silent reading give 260 to 400. */
const PER_MINUTE = 330;

/** Lists of what stands on the page anyway. */
const CONTENTS = /<nav\b.*?<\/nav>/gs;
const SIGN = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}]|(?<=\p{N})[.,](?=\p{N}))+/gu;

export interface ReadingTime {
  /** Chinese characters; a number or a word in Latin letters counts as one. */
  readonly characters: number;
  /** At least one. */
  readonly minutes: number;
}

/** How long what stands below the title takes to read. */
export function readingTime(html: string): ReadingTime {
  const characters = stripTags(html.replace(CONTENTS, '')).match(SIGN)?.length ?? 0;
  return { characters, minutes: Math.max(1, Math.round(characters / PER_MINUTE)) };
}
