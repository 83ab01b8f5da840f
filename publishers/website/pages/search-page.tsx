import { CATEGORIES, CATEGORY_TITLES } from '../../content';
import type { Frame } from '../frame';
import { SearchFilters } from '../parts/search-filters';
import type { SearchChip } from '../parts/search-filters';
import { SearchForm } from '../parts/search-form';
import { SearchHits } from '../parts/search-hits';
import type { SearchHit } from '../parts/search-hits';
import { shell } from '../shell';
import { topicPath } from '../state/card';

export interface SearchView {
  /** As the reader wrote it; empty before the first question. */
  readonly query: string;
  /** From the root, the same for the same search. */
  readonly address: string;
  /** The number of characters after which it was cut off; null = it was not. */
  readonly cutTo: number | null;
  /** Words to mark in titles and excerpts. */
  readonly words: readonly string[];
  /** `synonyms`: found under other names; `most`: without some of the words; null: nothing found whatever the filters. */
  readonly reach: 'asked' | 'words' | 'synonyms' | 'most' | null;
  /** Other names that the hits were found by. */
  readonly others: readonly string[];
  readonly total: number;
  /** Whether there are more hits than `total`; not all of them are shown then. */
  readonly more: boolean;
  readonly hits: readonly SearchHit[];
  readonly filters: readonly { readonly title: string; readonly chips: readonly SearchChip[] }[];
  readonly sorts: readonly SearchChip[];
  /** The same question without any filter; null when none is set. */
  readonly withoutFilters: string | null;
  /** Shown when nothing was found. */
  readonly near: readonly SearchHit[];
  /** Words and questions that do find something, offered when nothing was found. */
  readonly suggestions: readonly string[];
  readonly previous: string | null;
  readonly next: string | null;
  /** 第 2 页，共 5 页; null when there is one page. */
  readonly place: string | null;
}

/**
 * The answer to a question; drawn for each reader, because the question is theirs. Search engines keep the page that asks
 * and follow the links of one that answers, but do not keep that: what it found has pages of its own.
 */
export function searchPage({ site, siteUrl }: Frame, view: SearchView): string {
  return shell({
    title: view.query === '' ? '查找' : `查找：${view.query}`,
    description: `${site.name}：用自己的话，或者用发文字号，查找解读和政策文件。`,
    path: view.address,
    siteUrl,
    site,
    head: view.query === '' ? undefined : <meta name="robots" content="noindex, follow" />,
    breadcrumb: [{ title: '首页', href: '/' }],
    bodyClass: 'page-search',
    main: (
      <>
        <h1 class="visually-hidden">查找</h1>
        <SearchForm query={view.query} questions={view.query === '' ? site.questions : []} />
        {view.query === '' ? (
          <section class="no-dead-end">
            <Areas />
          </section>
        ) : (
          <Answer view={view} contact={site.contact} />
        )}
      </>
    ),
  });
}

function Answer({ view, contact }: { readonly view: SearchView; readonly contact: string }) {
  return (
    <>
      <Summary view={view} />
      <SearchFilters {...view} />
      {view.hits.length > 0 && <SearchHits hits={view.hits} words={view.words} />}
      {view.reach === null && <NoDeadEnd view={view} contact={contact} />}
      {view.place !== null && (
        <nav class="turning" aria-label="翻页">
          {view.previous !== null && (
            <a rel="prev" href={view.previous}>
              上一页
            </a>
          )}
          <span>{view.place}</span>
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

/** How much was found, and by what: nobody has to guess why something stands here. */
function Summary({ view }: { readonly view: SearchView }) {
  return (
    <div class="search-summary">
      <p class="search-count" role="status">
        {countOf(view)}
      </p>
      {view.cutTo !== null && <p class="muted">问题较长，只用了前 {view.cutTo} 个字查找。</p>}
      {view.reach === 'most' && <p class="muted">没有同时讲到这些词的内容，下面的讲到了其中大部分。</p>}
      {view.others.length > 0 && <p class="muted">也找了：{view.others.join('、')}</p>}
    </div>
  );
}

function countOf({ query, reach, total, more }: SearchView): string {
  if (reach === null) return `没有找到与“${query}”相符的内容`;
  if (total === 0) return '这些条件下没有内容';
  return more ? `找到 ${total} 条以上，加几个字会更准` : `找到 ${total} 条`;
}

/** Nothing found: what is near, the areas, and a person to ask. */
function NoDeadEnd({ view, contact }: { readonly view: SearchView; readonly contact: string }) {
  return (
    <section class="no-dead-end">
      <p>换一个说法试试，例如只写最要紧的一两个词。发文字号可以写成“云澜政办发2026 12号”。</p>
      {view.near.length > 0 && (
        <>
          <h2>也许您要找的是</h2>
          <SearchHits hits={view.near} words={view.words} />
        </>
      )}
      {view.suggestions.length > 0 && (
        <>
          <h2>换个词找</h2>
          <nav class="ways" aria-label="换个词找">
            <ul>
              {view.suggestions.map((words) => (
                <li key={words}>
                  <a href={`/search?q=${encodeURIComponent(words)}`}>{words}</a>
                </li>
              ))}
            </ul>
          </nav>
        </>
      )}
      <Areas />
      <p>也可以直接问我们：{contact}</p>
    </section>
  );
}

/** For whoever would rather look around than ask. */
function Areas() {
  return (
    <>
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
    </>
  );
}
