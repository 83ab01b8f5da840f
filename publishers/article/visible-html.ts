const INVISIBLE = /<!--[\s\S]*?(?:-->|$)|<(script|style|template|noscript)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;

/** Raw HTML without what no browser shows: comments, scripts, styles. */
export const visibleHtml = (html: string): string => html.replace(INVISIBLE, '');
