/** Brackets that the platform would read as markup stand in a title as others that look alike. */
const LOOK_ALIKE: Readonly<Record<string, string>> = { '<': '〈', '>': '〉' };

/** Words for a text message, on one line. @param length characters */
export function plainWords(text: string, length: number): string {
  const signs = Array.from(
    text
      .replace(/[<>]/g, (sign) => LOOK_ALIKE[sign] ?? '')
      .replace(/\s+/gu, ' ')
      .trim(),
  );
  return signs.length > length ? `${signs.slice(0, length - 1).join('')}…` : signs.join('');
}

/** A link as a text message shows it. */
export const textLink = (url: string, words: string): string =>
  `<a href="${url.replaceAll('"', '%22')}">${plainWords(words, 64)}</a>`;
