import { decodeEntities } from '../article/decode-entities';
import { stripTags } from '../article/strip-tags';

const H1 = /<h1\b[^>]*>([\s\S]*?)<\/h1>/i;
const TITLE = /<title>([\s\S]*?)<\/title>/i;
const CANONICAL = /<link rel="canonical" href="([^"]*)"/i;

/** Whether a page has this title, for the browser's tab and for its reader. */
export const hasTitle = (html: string, title: string): boolean =>
  words(H1.exec(html)?.[1]) === words(title) && words(TITLE.exec(html)?.[1]).startsWith(words(title));

/** Whether a page gives this as its own address. */
export const hasCanonical = (html: string, address: string): boolean =>
  decodeEntities(CANONICAL.exec(html)?.[1] ?? '') === address;

/** Titles are laid out with places to break, so white space does not count. */
const words = (html = ''): string => decodeEntities(stripTags(html)).replace(/\s+/g, '');
