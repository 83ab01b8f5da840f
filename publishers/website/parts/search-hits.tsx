import { chinaDate } from '../china-time';
import { CATEGORY_TITLES, FORM_TITLES } from '../../content';
import type { Category, Form } from '../../content';
import { topicPath } from '../state/card';
import type { Validity } from '../standing';
import { marked } from './marked';
import { Phrases } from './phrases';
import { ValidityChip } from './validity-chip';

export interface SearchHit {
  readonly href: string;
  readonly title: string;
  /** The place in the text that fits the question; plain text. */
  readonly excerpt: string;
  /** Who issued a document, and its number; null for an explainer. */
  readonly facts: string | null;
  /** null for a policy document. */
  readonly form: Form | null;
  readonly category: Category | null;
  readonly publishedAt: string | null;
  /** How the documents behind it stand today; null while all are plainly in force. */
  readonly validity: Validity | null;
}

/** What was found, with the words that it was found by marked. */
export function SearchHits({
  hits,
  words,
}: {
  readonly hits: readonly SearchHit[];
  readonly words: readonly string[];
}) {
  return (
    <ol class="cards">
      {hits.map((hit) => (
        <li key={hit.href}>
          <Hit hit={hit} words={words} />
        </li>
      ))}
    </ol>
  );
}

function Hit({ hit, words }: { readonly hit: SearchHit; readonly words: readonly string[] }) {
  return (
    <article class="card">
      <span class={`card-form card-form-${hit.form ?? 'policy'}`}>
        {hit.form === null ? '文件' : FORM_TITLES[hit.form]}
      </span>
      <div>
        <h2 class="card-title phrases">
          <a href={hit.href}>
            <Phrases text={hit.title} words={words} />
          </a>
        </h2>
        {hit.excerpt !== '' && <p class="card-answer">{marked(hit.excerpt, words)}</p>}
        <p class="card-facts">
          {hit.facts !== null && <span>{marked(hit.facts, words)}</span>}
          {hit.category !== null && <a href={topicPath(hit.category)}>{CATEGORY_TITLES[hit.category]}</a>}
          {hit.publishedAt !== null && <time dateTime={hit.publishedAt}>{chinaDate(hit.publishedAt)}</time>}
          {hit.validity !== null && (
            <span>
              {hit.form !== null && '所解读文件 '}
              <ValidityChip validity={hit.validity} />
            </span>
          )}
        </p>
      </div>
    </article>
  );
}
