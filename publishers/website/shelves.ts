import { CATEGORIES, CATEGORY_TITLES } from '../content';
import type { Category } from '../content';
import type { Card } from './state/card';
import { AUDIENCES, LIFE_EVENTS } from './ways';
import type { Way } from './ways';

/** What a list of explainers goes by. */
export type ShelfKind = 'topics' | 'audiences' | 'events';
type WayId = keyof typeof AUDIENCES | keyof typeof LIFE_EVENTS;
/** Kept in the state of every explainer: may be added to, never renamed. */
export type ShelfId = Category | WayId;

/** A list of explainers with an address of its own. */
export interface Shelf {
  readonly id: ShelfId;
  readonly kind: ShelfKind;
  /** zh-Hans: 医疗卫生, 老年人, 退休. */
  readonly title: string;
  /** As the title of its page. */
  readonly heading: string;
  readonly description: string;
  /** Below the root, without slashes at the ends; also the name of its part of the state. */
  readonly folder: string;
  has(card: Card): boolean;
}

const topic = (category: Category): Shelf => ({
  id: category,
  kind: 'topics',
  title: CATEGORY_TITLES[category],
  heading: `${CATEGORY_TITLES[category]}政策解读`,
  description: `${CATEGORY_TITLES[category]}方面的政策，用明白话讲清楚。`,
  folder: `topics/${category}`,
  has: (card) => card.category === category,
});

const audience = ([id, { title, words }]: [string, Way]): Shelf => ({
  id: id as WayId, // The keys of the table; Object.entries forgets that.
  kind: 'audiences',
  title,
  heading: `和${title}有关的政策解读`,
  description: `和${title}有关的政策，用明白话讲清楚。`,
  folder: `audiences/${id.replace('audience-', '')}`,
  has: ({ audiences }) => audiences.some((word) => words.test(word)),
});

const lifeEvent = ([id, { title, words }]: [string, Way]): Shelf => ({
  id: id as WayId, // As above.
  kind: 'events',
  title,
  heading: `${title}时用得上的政策解读`,
  description: `${title}时用得上的政策，用明白话讲清楚。`,
  folder: `events/${id.replace('event-', '')}`,
  has: (card) => [card.title, ...card.keywords].some((word) => words.test(word)),
});

/** Every list, in the order in which readers are offered them. */
export const SHELVES: readonly Shelf[] = [
  ...CATEGORIES.map(topic),
  ...Object.entries(AUDIENCES).map(audience),
  ...Object.entries(LIFE_EVENTS).map(lifeEvent),
];

export const SHELF_IDS: readonly ShelfId[] = SHELVES.map(({ id }) => id);

export function shelfOf(id: ShelfId): Shelf {
  const found = SHELVES.find((shelf) => shelf.id === id);
  if (!found) throw new Error(`no such list: ${id}`);
  return found;
}

/** From the root: the front, which shows the newest, or a page by its number. */
export const shelfPath = ({ folder }: Shelf, page?: number): string =>
  page === undefined ? `/${folder}/` : `/${folder}/${page}/`;
