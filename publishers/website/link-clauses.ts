import type { PolicySnapshot } from '../content';
import { readClauses } from './clauses';
import { CLAUSE } from './mentions';
import { policyPath } from './state/card';

/** Where an explainer speaks of a clause; the page of the document leads there. */
export const mentionAnchor = (clauseAnchor: string): string => `about-${clauseAnchor}`;

/** A tag, or the text up to the next one. `main` has no comments, and quotes within attributes are escaped. */
const PIECE = /<(\/?)([a-z0-9]+)((?:[^"<>]|"[^"]*")*)>|[^<]+/gi;
/** Links do not nest, headings are not for leaving the page, and what a machine reads stays as it is. */
const CLOSED = new Set(['a', 'h1', 'h2', 'h3', 'h4', 'nav', 'summary', 'button', 'title', 'video', 'script', 'style']);

/**
 * Makes the first mention of each clause a link to it, and a place to which the document's own page leads back. Only
 * where exactly one document is explained: with several, nobody could tell whose clause is meant.
 */
export function linkClauses(html: string, policies: readonly PolicySnapshot[]): string {
  const [policy, ...others] = policies;
  if (!policy || others.length > 0) return html;
  const anchors = new Map(readClauses(policy.body).flatMap(({ clause, anchor }) => (clause ? [[clause, anchor]] : [])));
  if (anchors.size === 0) return html;
  const linked = new Set<string>();
  let closed = 0;
  return html.replace(PIECE, (piece, end: string | undefined, tag: string | undefined) => {
    if (tag !== undefined) {
      if (CLOSED.has(tag.toLowerCase()) && !piece.endsWith('/>')) closed += end === '/' ? -1 : 1;
      return piece;
    }
    if (closed > 0) return piece;
    return piece.replace(CLAUSE, (clause) => {
      const anchor = anchors.get(clause);
      if (anchor === undefined || linked.has(clause)) return clause;
      linked.add(clause);
      return `<a class="clause-link" id="${mentionAnchor(anchor)}" href="${policyPath(policy.id)}#${anchor}">${clause}</a>`;
    });
  });
}
