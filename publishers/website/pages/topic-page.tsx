import { CATEGORIES, CATEGORY_TITLES } from '../../content';
import type { Category } from '../../content';
import type { Frame } from '../frame';
import { itemList } from '../json-ld/item-list';
import { CardList } from '../parts/card-list';
import { JsonLd } from '../parts/json-ld';
import { shell } from '../shell';
import { topicPath } from '../state/card';
import type { Card } from '../state/card';

export interface TopicPage {
  readonly category: Category;
  readonly cards: readonly Card[];
  /** Number of this page, counted from the oldest; null for the front of the topic, which shows the newest. */
  readonly number: number | null;
  /** Neighbours; null where there is none. The newer one of the newest page is the front. */
  readonly older: number | null;
  readonly newer: number | 'front' | null;
}

export function topicPage({ site, siteUrl }: Frame, page: TopicPage): string {
  const title = CATEGORY_TITLES[page.category];
  const full = `${title}政策解读`;
  const path = topicPath(page.category, page.number ?? undefined);
  return shell({
    title: page.number === null ? full : `${full}（第 ${page.number} 辑）`,
    description: `${site.name}：${title}方面的政策，用明白话讲清楚。`,
    path,
    siteUrl,
    site,
    meta: {
      ColumnName: `政策解读·${title}`,
      ColumnDescription: `${site.name}的${title}政策解读`,
      ColumnKeywords: `政策解读,${title}`,
      ColumnType: '政策解读',
    },
    breadcrumb: [
      { title: '首页', href: '/' },
      ...(page.number === null ? [] : [{ title: full, href: topicPath(page.category) }]),
    ],
    bodyClass: 'page-topic',
    head: <JsonLd data={itemList({ site, siteUrl }, { name: full, path, cards: page.cards })} />,
    main: (
      <>
        <header class="list-head">
          <h1>{full}</h1>
          {page.number !== null && <p class="muted">第 {page.number} 辑，编号从最早的一辑数起，内容位置不变</p>}
        </header>
        {page.cards.length === 0 ? (
          <p class="empty">{page.number === null ? '这个领域的解读正在准备。' : '这一辑的解读已全部撤下。'}</p>
        ) : (
          <CardList cards={page.cards} heading="h2" />
        )}
        <Turning page={page} />
        <OtherTopics current={page.category} />
      </>
    ),
  });
}

function Turning({ page }: { readonly page: TopicPage }) {
  if (page.older === null && page.newer === null) return null;
  return (
    <nav class="turning" aria-label="翻页">
      {page.newer !== null && (
        <a rel="prev" href={topicPath(page.category, page.newer === 'front' ? undefined : page.newer)}>
          较新的解读
        </a>
      )}
      {page.older !== null && (
        <a rel="next" href={topicPath(page.category, page.older)}>
          较早的解读
        </a>
      )}
    </nav>
  );
}

function OtherTopics({ current }: { readonly current: Category }) {
  return (
    <nav class="ways" aria-labelledby="other-topics">
      <h2 id="other-topics">其他领域</h2>
      <ul>
        {CATEGORIES.filter((category) => category !== current).map((category) => (
          <li key={category}>
            <a href={topicPath(category)}>{CATEGORY_TITLES[category]}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
