const INVISIBLE = /<!--[\s\S]*?(?:-->|$)|<(script|style|template|noscript)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;
const TAG = /<[!/?a-zA-Z][^>]*>?/g;

/** What a reader was meant to see of raw HTML: the words between the tags, as plain text. */
export const stripTags = (html: string): string => html.replace(INVISIBLE, '').replace(TAG, '').trim();
