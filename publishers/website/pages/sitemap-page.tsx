import type { Frame } from '../frame';
import { shell } from '../shell';
import { SHELVES, shelfPath } from '../shelves';
import type { ShelfKind } from '../shelves';

interface Place {
  readonly title: string;
  readonly href: string;
}

const COLUMNS: readonly (readonly [ShelfKind, string])[] = [
  ['topics', '按生活领域'],
  ['audiences', '按人群'],
  ['events', '按人生事件'],
];

const MAIN: readonly Place[] = [
  { title: '首页', href: '/' },
  { title: '查找', href: '/search' },
  { title: '开放数据', href: '/open-data/' },
];

const MACHINES: readonly Place[] = [
  { title: 'RSS', href: '/feed.xml' },
  { title: 'Atom', href: '/atom.xml' },
  { title: 'JSON Feed', href: '/feed.json' },
  { title: '站点地图（XML）', href: '/sitemap.xml' },
];

/** 站点地图, for people: the fixed parts of the site. Single explainers are in the lists and found by searching. */
export const sitemapPage = ({ site, siteUrl }: Frame): string =>
  shell({
    title: '站点地图',
    description: `${site.name}的全部栏目`,
    path: '/sitemap/',
    siteUrl,
    site,
    breadcrumb: [{ title: '首页', href: '/' }],
    bodyClass: 'page-sitemap',
    main: (
      <>
        <header class="list-head">
          <h1>站点地图</h1>
        </header>
        <Places id="main-places" title="常用" places={MAIN} />
        {COLUMNS.map(([kind, title]) => (
          <Places
            key={kind}
            id={kind}
            title={title}
            places={SHELVES.filter((shelf) => shelf.kind === kind).map((shelf) => ({
              title: shelf.title,
              href: shelfPath(shelf),
            }))}
          />
        ))}
        <Places id="machines" title="订阅和机器读取" places={MACHINES} />
      </>
    ),
  });

function Places({
  id,
  title,
  places,
}: {
  readonly id: string;
  readonly title: string;
  readonly places: readonly Place[];
}) {
  return (
    <nav class="ways" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <ul>
        {places.map((place) => (
          <li key={place.href}>
            <a href={place.href}>{place.title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
