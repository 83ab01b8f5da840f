import { escapeHtml } from '../../article/escape-html';
import { DATE, dateMark } from './date-mark';
import { FIGURE } from './figure';
import { SPOKEN_PHONE, phoneLink } from './phone';

/** A word that the glossary explains, and the anchor of its explanation. */
export interface Term {
  readonly term: string;
  readonly anchor: string;
}

const PIECE = /<(\/?)([a-z][a-z0-9]*)\b[^>]*>|[^<]+/g;
/** Where nothing is marked: links within links are no HTML, headings and code are no running text. */
const CLOSED = new Set(['a', 'code', 'pre', 'h3', 'h4', 'h5', 'h6', 'th', 'figcaption']);
/** Where figures stand out already: marking each cell of a table would mark nothing. */
const LOUD = new Set(['strong', 'table']);

/**
 * Running text with what readers look for made visible: days and last days, sums and shares, numbers to call, and the
 * first place of each glossary word, which leads to its meaning. No word is changed. For HTML that publishers/article
 * has written and nothing else: there every sign in a text or an attribute that could end a tag is escaped.
 */
export function annotate(html: string, terms: readonly Term[]): string {
  const open = new Map(terms.map((term) => [escapeHtml(term.term), term]));
  let closed = 0;
  let loud = 0;
  return html.replace(PIECE, (piece: string, slash: string | undefined, tag: string | undefined) => {
    if (tag === undefined) return closed > 0 ? piece : annotateText(piece, open, loud === 0);
    const step = slash === '/' ? -1 : 1;
    if (CLOSED.has(tag)) closed += step;
    if (LOUD.has(tag)) loud += step;
    return piece;
  });
}

/** Several texts that are read one after another: a word leads to its meaning in the first of them that has it. */
export function annotateAll(htmls: readonly string[], terms: readonly Term[]): readonly string[] {
  let open = terms;
  return htmls.map((html) => {
    const marked = annotate(html, open);
    open = open.filter(({ anchor }) => !marked.includes(`href="#${anchor}"`));
    return marked;
  });
}

/** @param open words whose first place has not come yet; those found are taken out */
function annotateText(text: string, open: Map<string, Term>, figures: boolean): string {
  const words = [...open.keys()].filter((word) => word !== '').sort((one, other) => other.length - one.length);
  const kinds = [
    // The title of a document is quoted as it stands.
    '《[^》]*》',
    ...(words.length > 0 ? [`(?<term>${words.map(literally).join('|')})`] : []),
    // A sign that stands for another, such as &amp;: no part of it is a word.
    '&(?:[a-z]+|#\\d+);',
    `(?<phone>${SPOKEN_PHONE})`,
    `(?<date>${DATE})`,
    ...(figures ? [`(?<figure>${FIGURE})`] : []),
  ];
  return text.replace(new RegExp(kinds.join('|'), 'gu'), (...found: unknown[]) => {
    const whole = String(found[0]);
    // The last argument of a replacer is the groups where the pattern names any; these do.
    const groups = found.at(-1) as Readonly<Record<string, string | undefined>>;
    if (groups['term'] !== undefined) return termLink(whole, open);
    if (groups['phone'] !== undefined) return phoneLink(whole);
    if (groups['date'] !== undefined) return dateMark(whole);
    return groups['figure'] !== undefined ? `<b class="figure">${whole}</b>` : whole;
  });
}

function termLink(word: string, open: Map<string, Term>): string {
  const term = open.get(word);
  // Its second place in this text: the pattern was made before the first was found.
  if (!term) return word;
  open.delete(word);
  return `<a class="term" href="#${term.anchor}" data-term>${word}</a>`;
}

const literally = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
