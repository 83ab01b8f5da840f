import { chinaDate } from '../china-time';
import { CATEGORIES, CATEGORY_TITLES, FORM_TITLES } from '../../content';
import type { Category, Form } from '../../content';
import type { Frame } from '../frame';
import { marked } from '../parts/marked';
import { SearchForm } from '../parts/search-form';
import { ValidityChip } from '../parts/validity-chip';
import { shell } from '../shell';
import type { Validity } from '../standing';
import { topicPath } from '../state/card';

export interface SearchHit {
  readonly href: string;
  readonly title: string;
  /** The place in the text that fits the question; plain text. */
  readonly excerpt: string;
  /** null for a policy document. */
  readonly form: Form | null;
  readonly category: Category | null;
  readonly publishedAt: string | null;
  /** How the documents behind it stand, where not all are plainly in force. */
  readonly validity?: Validity | null;
}

/** One choice of a filter, e.g. 领域: 医疗卫生 (12). */
export interface SearchChip {
  readonly title: string;
  readonly href: string;
  readonly count: number | null;
  readonly current: boolean;
}

export interface SearchView {
  /** As the reader wrote it; empty before the first question. */
  readonly query: string;
  /** Words to mark in titles and excerpts. */
  readonly words: readonly string[];
  readonly total: number;
  readonly hits: readonly SearchHit[];
  readonly filters: readonly { readonly title: string; readonly chips: readonly SearchChip[] }[];
  /** Shown when nothing was found. */
  readonly near: readonly SearchHit[];
  readonly previous: string | null;
  readonly next: string | null;
}

/** The answer to a question; drawn for each reader, because the question is theirs. */
export function searchPage({ site, siteUrl }: Frame, view: SearchView): string {
  return shell({
    title: view.query === '' ? '查找' : `查找：${view.query}`,
    description: `在${site.name}查找解读和政策文件`,
    path: '/search',
    siteUrl,
    site,
    head: <meta name="robots" content="noindex" />,
    breadcrumb: [{ title: '首页', href: '/' }],
    bodyClass: 'page-search',
    main: (
      <>
        <h1 class="visually-hidden">查找</h1>
        <SearchForm query={view.query} questions={view.query === '' ? site.questions : []} />
        {view.query !== '' && <Answer view={view} contact={site.contact} />}
      </>
    ),
  });
}

function Answer({ view, contact }: { readonly view: SearchView; readonly contact: string }) {
  return (
    <>
      <p class="search-count" role="status">
        {view.total > 0 ? `找到 ${view.total} 条` : `没有找到与“${view.query}”相符的内容`}
      </p>
      {view.filters.map((filter) => (
        <nav key={filter.title} class="chips" aria-label={filter.title}>
          <span>{filter.title}</span>
          <ul>
            {filter.chips.map((chip) => (
              <li key={chip.href}>
                <a href={chip.href} aria-current={chip.current ? 'true' : undefined}>
                  {chip.title}
                  {chip.count !== null && <small>{chip.count}</small>}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ))}
      {view.hits.length > 0 && <Hits hits={view.hits} words={view.words} />}
      {view.total === 0 && <NoDeadEnd view={view} contact={contact} />}
      {(view.previous ?? view.next) !== null && (
        <nav class="turning" aria-label="翻页">
          {view.previous !== null && (
            <a rel="prev" href={view.previous}>
              上一页
            </a>
          )}
          {view.next !== null && (
            <a rel="next" href={view.next}>
              下一页
            </a>
          )}
        </nav>
      )}
    </>
  );
}

function Hits({ hits, words }: { readonly hits: readonly SearchHit[]; readonly words: readonly string[] }) {
  return (
    <ol class="cards">
      {hits.map((hit) => (
        <li key={hit.href}>
          <article class="card">
            <span class={`card-form card-form-${hit.form ?? 'policy'}`}>
              {hit.form === null ? '文件' : FORM_TITLES[hit.form]}
            </span>
            <div>
              <h2 class="card-title">
                <a href={hit.href}>{marked(hit.title, words)}</a>
              </h2>
              <p class="card-answer">{marked(hit.excerpt, words)}</p>
              <p class="card-facts">
                {hit.category !== null && <a href={topicPath(hit.category)}>{CATEGORY_TITLES[hit.category]}</a>}
                {hit.publishedAt !== null && <time dateTime={hit.publishedAt}>{chinaDate(hit.publishedAt)}</time>}
                {hit.validity && (
                  <span>
                    {hit.form !== null && '所解读文件 '}
                    <ValidityChip validity={hit.validity} />
                  </span>
                )}
              </p>
            </div>
          </article>
        </li>
      ))}
    </ol>
  );
}

/** Nothing found: what is near, the areas, and a person to ask. */
function NoDeadEnd({ view, contact }: { readonly view: SearchView; readonly contact: string }) {
  return (
    <section class="no-dead-end">
      <p>换一个说法试试，例如只写最要紧的一两个词。发文字号可以写成“云澜政办发2026 12号”。</p>
      {view.near.length > 0 && (
        <>
          <h2>也许您要找的是</h2>
          <Hits hits={view.near} words={view.words} />
        </>
      )}
      <h2>按生活领域看</h2>
      <nav class="ways" aria-label="按生活领域看">
        <ul>
          {CATEGORIES.map((category) => (
            <li key={category}>
              <a href={topicPath(category)}>{CATEGORY_TITLES[category]}</a>
            </li>
          ))}
        </ul>
      </nav>
      <p>也可以直接问我们：{contact}</p>
    </section>
  );
}
