import { htmlPieces } from './html-pieces';

/** What a reader was meant to see of raw HTML: the words between the tags, as plain text. */
export const stripTags = (html: string): string =>
  htmlPieces(html)
    .map(({ type, source }) => (type === 'text' ? source : ''))
    .join('')
    .trim();
