import type { Inline } from './blocks';
import { decodeEntities } from './decode-entities';
import { findPicture } from './find-picture';
import { htmlPieces } from './html-pieces';
import type { ReadingContext } from './reading-context';

const IMG = /^<img\b/i;
const ATTRIBUTE = /\s(src|alt)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

/** The pictures that raw HTML shows: pasted from elsewhere, they are still pictures, if the library has them. */
export const rawPictures = (html: string, context: ReadingContext): readonly Inline[] =>
  htmlPieces(html).flatMap(({ type, source }) => {
    if (type !== 'tag' || !IMG.test(source)) return [];
    const given = new Map<string, string>();
    for (const [, name = '', ...values] of source.matchAll(ATTRIBUTE)) {
      if (!given.has(name.toLowerCase())) given.set(name.toLowerCase(), decodeEntities(values.find(Boolean) ?? ''));
    }
    return findPicture(given.get('src') ?? '', given.get('alt') ?? '', context) ?? [];
  });
