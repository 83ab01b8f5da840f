import { FeedLinks } from '../feeds/feed-links';
import type { Frame } from '../frame';
import { itemList } from '../json-ld/item-list';
import { CardList } from '../parts/card-list';
import { JsonLd } from '../parts/json-ld';
import { shell } from '../shell';
import { SHELVES, shelfPath } from '../shelves';
import type { Shelf, ShelfKind } from '../shelves';
import type { Card } from '../state/card';

export interface TopicPage {
  readonly shelf: Shelf;
  readonly cards: readonly Card[];
  /** Number of this page, counted from the oldest; null for the front of the topic, which shows the newest. */
  readonly number: number | null;
  /** Neighbours; null where there is none. The newer one of the newest page is the front. */
  readonly older: number | null;
  readonly newer: number | 'front' | null;
}

const COLUMN_TYPES: Readonly<Record<ShelfKind, string>> = {
  topics: '政策解读',
  audiences: '政策解读,按人群',
  events: '政策解读,按人生事件',
};

/** A list of explainers: of an area of life, of an audience, of a life event. */
export function topicPage({ site, siteUrl }: Frame, page: TopicPage): string {
  const { shelf } = page;
  const full = shelf.heading;
  const path = shelfPath(shelf, page.number ?? undefined);
  return shell({
    title: page.number === null ? full : `${full}（第 ${page.number} 辑）`,
    description: `${site.name}：${shelf.description}`,
    path,
    siteUrl,
    site,
    meta: {
      ColumnName: `政策解读·${shelf.title}`,
      ColumnDescription: `${site.name}的${full}`,
      ColumnKeywords: `政策解读,${shelf.title}`,
      ColumnType: COLUMN_TYPES[shelf.kind],
    },
    breadcrumb: [
      { title: '首页', href: '/' },
      ...(page.number === null ? [] : [{ title: full, href: shelfPath(shelf) }]),
    ],
    bodyClass: 'page-topic',
    head: (
      <>
        {shelf.kind === 'topics' && <FeedLinks title={`${full}－${site.name}`} path={shelfPath(shelf)} />}
        <JsonLd data={itemList({ site, siteUrl }, { name: full, path, cards: page.cards })} />
      </>
    ),
    main: (
      <>
        <header class="list-head">
          <h1>{full}</h1>
          {page.number !== null && <p class="muted">第 {page.number} 辑，编号从最早的一辑数起，内容位置不变</p>}
        </header>
        {page.cards.length === 0 ? (
          <p class="empty">{page.number === null ? '这里的解读正在准备。' : '这一辑的解读已全部撤下。'}</p>
        ) : (
          <CardList cards={page.cards} heading="h2" />
        )}
        <Turning page={page} />
        {shelf.kind === 'topics' && <Subscribe shelf={shelf} />}
        <OtherShelves current={shelf} />
      </>
    ),
  });
}

function Turning({ page }: { readonly page: TopicPage }) {
  if (page.older === null && page.newer === null) return null;
  return (
    <nav class="turning" aria-label="翻页">
      {page.newer !== null && (
        <a rel="prev" href={shelfPath(page.shelf, page.newer === 'front' ? undefined : page.newer)}>
          较新的解读
        </a>
      )}
      {page.older !== null && (
        <a rel="next" href={shelfPath(page.shelf, page.older)}>
          较早的解读
        </a>
      )}
    </nav>
  );
}

/** The same list for readers' programs. */
function Subscribe({ shelf }: { readonly shelf: Shelf }) {
  const path = shelfPath(shelf);
  return (
    <p class="subscribe">
      <span>订阅{shelf.heading}</span>
      <a href={`${path}feed.xml`}>RSS</a>
      <a href={`${path}atom.xml`}>Atom</a>
      <a href={`${path}feed.json`}>JSON Feed</a>
    </p>
  );
}

const OTHERS: Readonly<Record<ShelfKind, string>> = {
  topics: '其他领域',
  audiences: '其他人群',
  events: '其他人生事件',
};

function OtherShelves({ current }: { readonly current: Shelf }) {
  return (
    <nav class="ways" aria-labelledby="other-topics">
      <h2 id="other-topics">{OTHERS[current.kind]}</h2>
      <ul>
        {SHELVES.filter(({ id, kind }) => kind === current.kind && id !== current.id).map((shelf) => (
          <li key={shelf.id}>
            <a href={shelfPath(shelf)}>{shelf.title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
