import { decodeEntities } from '../article/decode-entities';
import type { PolicySnapshot } from '../content';
import { readClauses } from './clauses';
import { CLAUSE } from './mentions';
import { policyMeant, SENTENCE_END } from './policy-meant';
import { policyPath } from './state/card';

/** Where an explainer speaks of a clause; the page of the document leads there. */
export const mentionAnchor = (policy: string, clauseAnchor: string): string => `about-${policy}-${clauseAnchor}`;

/** A tag, or the text up to the next one. `main` has no comments, and quotes within attributes are escaped. */
const PIECE = /<(\/?)([a-z0-9]+)((?:[^"<>]|"[^"]*")*)>|[^<]+/gi;
/** Links do not nest, headings are not for leaving the page, and what a machine reads stays as it is. */
const CLOSED = new Set(['a', 'h1', 'h2', 'h3', 'h4', 'nav', 'summary', 'button', 'video', 'script', 'style']);
/** A sentence goes on through these; every other tag ends it. */
const INLINE = new Set(['a', 'strong', 'em', 'b', 'i', 'span', 'mark', 'wbr', 'code', 'del', 'time']);

/** Makes the first mention of each clause a link to it, and a place to which the document's own page leads back. */
export function linkClauses(html: string, policies: readonly PolicySnapshot[]): string {
  if (html.search(CLAUSE) < 0) return html;
  const anchors = new Map(policies.map(({ id, body }) => [id, anchorsOf(body)]));
  if ([...anchors.values()].every(({ size }) => size === 0)) return html;
  const linked = new Set<string>();
  let closed = 0;
  /** The text since the last tag that ends a sentence. */
  let running = '';

  function link(text: string): string {
    const before = running;
    running += text;
    if (closed > 0) return text;
    return text.replace(CLAUSE, (clause, index: number) => {
      const sentence =
        decodeEntities(before + text.slice(0, index))
          .split(SENTENCE_END)
          .at(-1) ?? '';
      const policy = policyMeant(sentence, policies);
      const anchor = policy && anchors.get(policy.id)?.get(clause);
      if (!policy || !anchor || linked.has(`${policy.id} ${clause}`)) return clause;
      linked.add(`${policy.id} ${clause}`);
      const [id, href] = [mentionAnchor(policy.id, anchor), `${policyPath(policy.id)}#${anchor}`];
      return `<a class="clause-link" id="${id}" href="${href}">${clause}</a>`;
    });
  }

  return html.replace(PIECE, (piece, end: string | undefined, tag: string | undefined) => {
    if (tag === undefined) return link(piece);
    const name = tag.toLowerCase();
    if (CLOSED.has(name) && !piece.endsWith('/>')) closed += end === '/' ? -1 : 1;
    if (!INLINE.has(name)) running = '';
    return piece;
  });
}

const anchorsOf = (body: string): ReadonlyMap<string, string> =>
  new Map(readClauses(body).flatMap(({ clause, anchor }) => (clause === null ? [] : [[clause, anchor] as const])));
