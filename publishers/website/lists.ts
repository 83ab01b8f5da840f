import type { Category } from '../content';
import type { Change } from './changes';
import { feeds } from './feeds/feeds';
import { drawSitemap, openSitemap } from './feeds/sitemap';
import type { SitemapEntry } from './feeds/sitemap';
import type { Frame } from './frame';
import { homePage } from './pages/home-page';
import type { Places } from './places';
import { explainerPath } from './state/card';
import type { Card } from './state/card';
import { frontChange, readFront, withCard, withoutCard } from './state/front';
import type { Front } from './state/front';
import type { Item } from './state/item';
import type { Ledger } from './state/ledger';
import { drawTopic, openTopic } from './topics';

/** The places of an explainer in the lists. */
export type ListPlaces = Pick<Item, 'topics' | 'sitemap'>;

/** Everything that lists explainers: topics, home page, feeds, site map. Opened for one change, then written or dropped. */
export interface Lists {
  readonly sitemap: Ledger<SitemapEntry>;
  /** Lists an explainer, or changes what is said of it in the place that it has. Answers its places. */
  put(card: Card, places: ListPlaces): Promise<ListPlaces>;
  remove(id: string, places: ListPlaces): Promise<void>;
  /** The public files. */
  draw(frame: Frame): Promise<readonly Change[]>;
  /** What must be remembered. */
  state(): readonly Change[];
}

export async function openLists(places: Places): Promise<Lists> {
  const topics = new Map<Category, Ledger<Card>>();
  const sitemap = await openSitemap(places);
  let front: Front = await readFront(places);

  async function topic(category: Category): Promise<Ledger<Card>> {
    const known = topics.get(category) ?? (await openTopic(places, category));
    topics.set(category, known);
    return known;
  }

  async function removeFromTopics(id: string, from: Item['topics'], except?: Category): Promise<void> {
    for (const [category, page] of topicPlaces(from)) {
      if (category !== except) await (await topic(category)).remove(page, id);
    }
  }

  return {
    sitemap,
    async put(card, before) {
      await removeFromTopics(card.id, before.topics, card.category);
      const page = await (await topic(card.category)).put(before.topics[card.category] ?? null, card);
      front = { ...front, latest: withCard(front.latest, card) };
      return {
        topics: { ...before.topics, [card.category]: page },
        sitemap: await sitemap.put(before.sitemap, {
          id: sitemapId(card.id),
          path: explainerPath(card.id),
          publishedAt: card.publishedAt,
          changedAt: card.updatedAt ?? card.publishedAt,
        }),
      };
    },
    async remove(id, before) {
      await removeFromTopics(id, before.topics);
      if (before.sitemap !== null) await sitemap.remove(before.sitemap, sitemapId(id));
      front = { ...front, latest: withoutCard(front.latest, id) };
    },
    async draw(frame) {
      front = { ...front, counts: { ...front.counts, ...countsOf(topics) } };
      const pages = await Promise.all([...topics].map(([category, ledger]) => drawTopic(frame, category, ledger)));
      return [
        ...pages.flat(),
        { in: 'site', name: 'index.html', data: homePage(frame, front) },
        ...feeds(frame, front.latest),
        ...(await drawSitemap(frame, sitemap)),
      ];
    },
    state: () => [
      ...[...topics.values()].flatMap((ledger) => ledger.changes()),
      ...sitemap.changes(),
      frontChange(front),
    ],
  };
}

const sitemapId = (id: string): string => `explainer ${id}`;

// The keys were parsed as categories; Object.entries forgets that.
const topicPlaces = (topics: Item['topics']) => Object.entries(topics) as [Category, number][];

const countsOf = (topics: ReadonlyMap<Category, Ledger<Card>>): Partial<Record<Category, number>> =>
  Object.fromEntries([...topics].map(([category, ledger]) => [category, ledger.count]));
