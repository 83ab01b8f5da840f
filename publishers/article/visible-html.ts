const COMMENT = /<!--(?:-?>|[\s\S]*?(?:--!?>|$))/;
const SILENT = /<(script|style|template|noscript)\b[\s\S]*?(?:<\/\1\s*>|$)/;
/** Read past as a whole: what looks like an element inside one of these is none. */
const OTHER = /<[!?][^>]*>|<\/?[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/;
const PART = new RegExp(`(${COMMENT.source}|${SILENT.source.replace('\\1', '\\2')})|${OTHER.source}`, 'gi');

/** Raw HTML without what no browser shows: comments, scripts, styles. */
export const visibleHtml = (html: string): string =>
  html.replace(PART, (whole, invisible: string | undefined) => (invisible === undefined ? whole : ''));
