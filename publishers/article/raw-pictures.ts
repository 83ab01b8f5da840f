import type { Inline } from './blocks';
import { decodeEntities } from './decode-entities';
import { findPicture } from './find-picture';
import type { ReadingContext } from './reading-context';
import { visibleHtml } from './visible-html';

const IMG = /<img\b(?:"[^"]*"|'[^']*'|[^'">])*>/gi;
const ATTRIBUTE = /\s(src|alt)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

/** The pictures that raw HTML shows: pasted from elsewhere, they are still pictures, if the library has them. */
export const rawPictures = (html: string, context: ReadingContext): readonly Inline[] =>
  [...visibleHtml(html).matchAll(IMG)].flatMap(([tag]) => {
    const given = new Map<string, string>();
    for (const [, name = '', ...values] of tag.matchAll(ATTRIBUTE)) {
      if (!given.has(name.toLowerCase())) given.set(name.toLowerCase(), decodeEntities(values.find(Boolean) ?? ''));
    }
    return findPicture(given.get('src') ?? '', given.get('alt') ?? '', context) ?? [];
  });
