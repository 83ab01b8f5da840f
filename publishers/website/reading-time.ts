/** How many characters a minute people read who are not in a hurry; studies of silent reading give 260 to 400. */
const PER_MINUTE = 330;

/** Tags, what no browser shows, and lists of what stands on the page anyway. The page's own HTML, so it is well-formed. */
const NO_TEXT = /<(nav|script|style)\b.*?<\/\1>|<(?:[^"<>]|"[^"]*")*>/gs;
/** A run of signs that are no common Chinese character. Those are nine in ten, and a regular expression is slow with them. */
const OTHERS = /[^\u4e00-\u9fff]+/g;
/** A rare Chinese character, a word in Latin letters, or a number. */
const SIGN = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}]|(?<=\p{N})[.,](?=\p{N}))+/gu;

export interface ReadingTime {
  /** Chinese characters; a number or a word in Latin letters counts as one. */
  readonly characters: number;
  /** At least one. */
  readonly minutes: number;
}

/** How long what stands below the title takes to read. */
export function readingTime(html: string): ReadingTime {
  const text = html.replace(NO_TEXT, '');
  let characters = text.length;
  for (const [others] of text.matchAll(OTHERS)) characters += (others.match(SIGN)?.length ?? 0) - others.length;
  return { characters, minutes: Math.max(1, Math.round(characters / PER_MINUTE)) };
}
