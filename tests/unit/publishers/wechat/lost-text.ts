import { checkContent } from '../../../../publishers/article/check';
import type { Content } from '../../../../publishers/contract';
import { htmlTree } from './html-tree';

const NOTE = /<sup [^>]*>\[\d+\]<\/sup>/g;
/** Spaces, characters that may stand in no page, and the sign for a character that does not exist. */
const UNSEEN = /[\s\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069\ufffd]+/gu;
const tight = (text: string): string => text.replace(UNSEEN, '');

/** Whoever made the HTML has written some signs of the address in another way. */
const asTyped = (address: string): string =>
  address.replace(/(?:%[0-9a-f]{2})+/gi, (signs) => {
    try {
      return decodeURIComponent(signs);
    } catch {
      return signs; // no sign of any alphabet: it was typed like this
    }
  });

/**
 * What a reader of the source would see and a reader of the article would not, unless a problem names it.
 * @param expected the source as HTML, made by somebody else
 * @param pieces what of a piece of text has to be found again; left out, all of it
 */
export function lostText(
  expected: string,
  article: string,
  content: Content,
  pieces: (text: string) => readonly string[] = (text) => [text],
): readonly string[] {
  const source = htmlTree(expected);
  const words = htmlTree(article.replace(NOTE, '')).texts.join('');
  // Rare names of characters stay as they were typed (`&Dcaron;`): still there to be read.
  const shown = tight(`${words}\n${htmlTree(words).texts.join('')}`);
  const said = checkContent(content)
    .map(({ what }) => tight(what))
    .join('\n');
  const named = (address: string): boolean =>
    [address, asTyped(address)].some((written) => said.includes(tight(written.slice(0, 20))));
  const lostWords = source.texts
    .flatMap(pieces)
    .map(tight)
    .filter((text) => text !== '' && !shown.includes(text) && !said.includes(text));
  const lostPictures = source.elements
    .filter(({ tagName }) => tagName === 'img')
    .map(({ attrs }) => attrs.find(({ name }) => name === 'src')?.value ?? '')
    .filter((address) => {
      const known = content.media.find(({ url }) => url === address || encodeURI(url) === address);
      return known ? !article.includes(`"media:${known.sha256}"`) : !named(address);
    });
  return [...lostWords, ...lostPictures.map((address) => `picture ${address}`)];
}
