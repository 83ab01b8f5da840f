import { chinaDateTime } from '../china-time';
import type { Frame } from '../frame';
import { webSite } from '../json-ld/web-site';
import { CardList } from '../parts/card-list';
import { JsonLd } from '../parts/json-ld';
import { Phrases } from '../parts/phrases';
import { SearchForm } from '../parts/search-form';
import { shell } from '../shell';
import { SHELVES, shelfPath } from '../shelves';
import type { ShelfKind } from '../shelves';
import type { Front, LiveRoom } from '../state/front';

/** How many explainers stand on the home page. */
const SHOWN = 12;

export function homePage({ site, siteUrl }: Frame, front: Front): string {
  return shell({
    title: site.name,
    description: site.description,
    path: '/',
    siteUrl,
    site,
    breadcrumb: [],
    bodyClass: 'page-home',
    head: <JsonLd data={webSite({ site, siteUrl })} />,
    main: (
      <>
        <section class="hero">
          <h1 class="phrases">
            <Phrases text={site.description} />
          </h1>
          <SearchForm questions={site.questions} />
        </section>
        {front.rooms.length > 0 && <Rooms rooms={front.rooms} />}
        <div class="front">
          <section class="latest" aria-labelledby="latest-title">
            <h2 id="latest-title">最新解读</h2>
            {front.latest.length === 0 ? (
              <p class="empty">解读正在准备。文件公开后，这里会有它的解读。</p>
            ) : (
              <CardList cards={front.latest.slice(0, SHOWN)} heading="h3" />
            )}
          </section>
          <div class="rail">
            <nav class="topics" id="topics" aria-labelledby="topics-title">
              <h2 id="topics-title">按生活领域看</h2>
              <ul>
                {SHELVES.filter(({ kind }) => kind === 'topics').map((shelf) => (
                  <li key={shelf.id}>
                    <a href={shelfPath(shelf)}>
                      <span class="topic-name">{shelf.title}</span>
                      <span class="topic-count">{front.counts[shelf.id] ?? 0} 篇</span>
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
            <Ways kind="audiences" title="按人群看" counts={front.counts} />
            <Ways kind="events" title="按人生事件看" counts={front.counts} />
          </div>
        </div>
      </>
    ),
  });
}

interface WaysProps {
  readonly kind: ShelfKind;
  readonly title: string;
  readonly counts: Front['counts'];
}

/** Only those that lead to something: a government site must not have empty columns. */
function Ways({ kind, title, counts }: WaysProps) {
  const shelves = SHELVES.filter((shelf) => shelf.kind === kind && (counts[shelf.id] ?? 0) > 0);
  if (shelves.length === 0) return null;
  return (
    <nav class="ways" aria-labelledby={`${kind}-title`}>
      <h2 id={`${kind}-title`}>{title}</h2>
      <ul>
        {shelves.map((shelf) => (
          <li key={shelf.id}>
            <a href={shelfPath(shelf)}>
              {shelf.title}
              <small>
                {counts[shelf.id]}
                <span class="visually-hidden"> 篇</span>
              </small>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const runningFirst = (one: LiveRoom, other: LiveRoom): number => other.state.localeCompare(one.state);

function Rooms({ rooms }: { readonly rooms: readonly LiveRoom[] }) {
  return (
    <section class="rooms" aria-label="微直播">
      {rooms.toSorted(runningFirst).map((room) => (
        <a key={room.path} class={`room room-${room.state}`} href={room.path}>
          <span class="room-state">{room.state === 'running' ? '正在直播' : '直播预告'}</span>
          <span class="room-title phrases">
            <Phrases text={room.title} />
          </span>
          <time dateTime={room.startsAt}>{chinaDateTime(room.startsAt)}</time>
        </a>
      ))}
    </section>
  );
}
