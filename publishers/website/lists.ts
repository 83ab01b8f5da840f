import type { Change } from './changes';
import { feeds } from './feeds/feeds';
import { drawSitemap, openSitemap } from './feeds/sitemap';
import type { SitemapEntry } from './feeds/sitemap';
import type { Content } from '../content';
import type { Frame } from './frame';
import { entryOf } from './open-data/entries';
import { openData } from './open-data/open-data';
import type { OpenData } from './open-data/open-data';
import { homePage } from './pages/home-page';
import type { Places } from './places';
import { SHELF_IDS, SHELVES } from './shelves';
import type { ShelfId } from './shelves';
import { explainerPath } from './state/card';
import type { Card } from './state/card';
import { frontChange, readFront, withCard, withoutCard } from './state/front';
import type { Front } from './state/front';
import type { Item } from './state/item';
import type { Ledger } from './state/ledger';
import { drawTopic, openTopic } from './topics';

/** The places of an explainer in the lists. */
export type ListPlaces = Pick<Item, 'topics' | 'sitemap' | 'openData'>;

/** What is listed of an explainer beside its card. */
type Listed = Pick<Content, 'policies' | 'aspects'>;

/** Everything that lists explainers: topics, home page, feeds, site map, open data. Opened for one change, then written or dropped. */
export interface Lists {
  readonly sitemap: Ledger<SitemapEntry>;
  readonly data: OpenData;
  /** Lists an explainer, or changes what is said of it in the place that it has. Answers its places. */
  put(card: Card, content: Listed, places: ListPlaces): Promise<ListPlaces>;
  remove(id: string, places: ListPlaces): Promise<void>;
  /** The public files. */
  draw(frame: Frame): Promise<readonly Change[]>;
  /** What must be remembered. */
  state(): readonly Change[];
}

export async function openLists(places: Places): Promise<Lists> {
  const topics = new Map<ShelfId, Ledger<Card>>();
  const sitemap = await openSitemap(places);
  const data = await openData(places);
  let front: Front = await readFront(places);

  async function topic(id: ShelfId): Promise<Ledger<Card>> {
    const known = topics.get(id) ?? (await openTopic(places, id));
    topics.set(id, known);
    return known;
  }

  async function removeFromTopics(id: string, from: Item['topics'], except: readonly ShelfId[] = []): Promise<void> {
    for (const shelf of SHELF_IDS) {
      const page = from[shelf];
      if (page !== undefined && !except.includes(shelf)) await (await topic(shelf)).remove(page, id);
    }
  }

  async function putIntoTopics(card: Card, before: Item['topics']): Promise<Item['topics']> {
    const stands = SHELVES.filter((shelf) => shelf.has(card)).map(({ id }) => id);
    await removeFromTopics(card.id, before, stands);
    const after = { ...before };
    for (const shelf of stands) after[shelf] = await (await topic(shelf)).put(before[shelf] ?? null, card);
    return after;
  }

  return {
    sitemap,
    data,
    async put(card, content, before) {
      front = { ...front, latest: withCard(front.latest, card) };
      return {
        topics: await putIntoTopics(card, before.topics),
        sitemap: await sitemap.put(before.sitemap, {
          id: sitemapId(card.id),
          path: explainerPath(card.id),
          publishedAt: card.publishedAt,
          changedAt: card.updatedAt ?? card.publishedAt,
        }),
        openData: await data.explainers.put(before.openData, entryOf(card, content)),
      };
    },
    async remove(id, before) {
      await removeFromTopics(id, before.topics);
      if (before.sitemap !== null) await sitemap.remove(before.sitemap, sitemapId(id));
      if (before.openData !== null) await data.explainers.remove(before.openData, id);
      front = { ...front, latest: withoutCard(front.latest, id) };
    },
    async draw(frame) {
      front = { ...front, counts: { ...front.counts, ...countsOf(topics) } };
      const pages = await Promise.all([...topics].map(([id, ledger]) => drawTopic(frame, id, ledger)));
      return [
        ...pages.flat(),
        { in: 'site', name: 'index.html', data: homePage(frame, front) },
        ...feeds(frame, {
          title: frame.site.name,
          description: frame.site.description,
          path: '/',
          cards: front.latest,
        }),
        ...(await drawSitemap(frame, sitemap)),
        ...(await data.draw(frame)),
      ];
    },
    state: () => [
      ...[...topics.values()].flatMap((ledger) => ledger.changes()),
      ...sitemap.changes(),
      ...data.state(),
      frontChange(front),
    ],
  };
}

const sitemapId = (id: string): string => `explainer ${id}`;

const countsOf = (topics: ReadonlyMap<ShelfId, Ledger<Card>>): Front['counts'] =>
  Object.fromEntries([...topics].map(([id, ledger]) => [id, ledger.count]));
