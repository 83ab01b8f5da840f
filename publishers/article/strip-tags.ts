import { visibleHtml } from './visible-html';

/** A sign inside a quoted attribute ends no tag. */
const TAG = /<[!/?a-zA-Z](?:"[^"]*"|'[^']*'|[^'">])*>|<[!/?a-zA-Z][^>]*>?/g;

/** What a reader was meant to see of raw HTML: the words between the tags, as plain text. */
export const stripTags = (html: string): string => visibleHtml(html).replace(TAG, '').trim();
