/** A piece of raw HTML: words, a tag, or what no browser shows. */
export interface HtmlPiece {
  readonly type: 'text' | 'tag' | 'hidden';
  readonly source: string;
}

const OPENER = /<[!?/a-z]/gi;
const COMMENT_END = /--!?>/g;
const SILENT = /^<(script|style|template|noscript)\b/i;
/** A sign inside a quoted attribute ends no tag. */
const TAG = /^<\/?[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/i;
/** Whoever looks for the end of a tag looks no further, so that a hostile text takes no longer than a long one. */
const LONGEST_TAG = 2_000;

/** Takes raw HTML apart as browsers do, roughly: for words and pictures, not for its structure. Never throws. */
export function htmlPieces(html: string): readonly HtmlPiece[] {
  const pieces: HtmlPiece[] = [];
  /** Elements that are not closed from here on: looked for once, not at each beginning. */
  const unclosed = new Set<string>();
  let at = 0;
  while (at < html.length) {
    const start = find(OPENER, html, at)?.index ?? html.length;
    if (start > at) pieces.push({ type: 'text', source: html.slice(at, start) });
    if (start === html.length) break;
    const piece = markupAt(html, start, unclosed);
    pieces.push(piece);
    at = start + piece.source.length;
  }
  return pieces;
}

function markupAt(html: string, start: number, unclosed: Set<string>): HtmlPiece {
  const piece = (type: HtmlPiece['type'], end: number): HtmlPiece => ({ type, source: html.slice(start, end) });
  if (html.startsWith('<!--', start)) return piece('hidden', commentEnd(html, start));
  const head = html.slice(start, start + LONGEST_TAG);
  const silent = SILENT.exec(head)?.[1]?.toLowerCase();
  if (silent !== undefined && !unclosed.has(silent)) {
    const close = find(new RegExp(`</${silent}\\s*>`, 'gi'), html, start);
    // Where it is never closed, somebody may have meant the word: better a line too many than the rest of the text gone.
    if (close) return piece('hidden', close.index + close[0].length);
    unclosed.add(silent);
  }
  const tag = TAG.exec(head)?.[0].length;
  if (tag !== undefined) return piece('tag', start + tag);
  const sign = html.indexOf('>', start);
  return piece('tag', sign < 0 ? html.length : sign + 1);
}

function commentEnd(html: string, start: number): number {
  const empty = /^<!--(?:-?>)/.exec(html.slice(start, start + 6))?.[0].length;
  if (empty !== undefined) return start + empty;
  const end = find(COMMENT_END, html, start + 4);
  return end ? end.index + end[0].length : html.length;
}

function find(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(text);
}
