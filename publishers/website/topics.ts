import type { Change } from './changes';
import { feeds } from './feeds/feeds';
import type { Frame } from './frame';
import { topicPage } from './pages/topic-page';
import type { Places } from './places';
import { shelfOf, shelfPath } from './shelves';
import type { Shelf, ShelfId } from './shelves';
import { card } from './state/card';
import type { Card } from './state/card';
import { openLedger } from './state/ledger';
import type { Ledger } from './state/ledger';

/** Explainers per numbered list page. */
export const PER_PAGE = 20;

export const openTopic = (places: Places, id: ShelfId): Promise<Ledger<Card>> =>
  openLedger(places, shelfOf(id).folder, card, PER_PAGE);

/**
 * The list pages to be written after a change: those that changed, the one before a page that has just begun (it now has
 * a newer neighbour), and the front. Never more than four, however long the list is. A category
 * has feeds besides.
 */
export async function drawTopic(frame: Frame, id: ShelfId, ledger: Ledger<Card>): Promise<readonly Change[]> {
  const { newest, changed } = ledger;
  const begun = changed.has(newest) && (await ledger.entries(newest)).length === 1;
  const numbers = [...new Set([...changed, ...(begun ? [newest - 1] : [])])].filter((number) => number > 0);
  return [
    ...(await Promise.all(numbers.map((number) => drawTopicPage(frame, id, ledger, number)))),
    ...(await drawFront(frame, shelfOf(id), ledger)),
  ];
}

/** One numbered list page, counted from the oldest. */
export async function drawTopicPage(frame: Frame, id: ShelfId, ledger: Ledger<Card>, number: number): Promise<Change> {
  const shelf = shelfOf(id);
  return {
    in: 'site',
    name: fileOf(shelfPath(shelf, number)),
    data: topicPage(frame, {
      shelf,
      number,
      cards: await ledger.entries(number),
      older: number > 1 ? number - 1 : null,
      newer: number < ledger.newest ? number + 1 : 'front',
    }),
  };
}

/** The newest page, and the one before it while the newest is still filling, so that the front is never almost empty. */
async function drawFront(frame: Frame, shelf: Shelf, ledger: Ledger<Card>): Promise<readonly Change[]> {
  const { newest } = ledger;
  const first = await ledger.entries(newest);
  const filled = first.length >= PER_PAGE || newest < 2;
  const second = filled ? [] : await ledger.entries(newest - 1);
  const shown = filled ? 1 : 2;
  const cards = [...first, ...second];
  const page: Change = {
    in: 'site',
    name: fileOf(shelfPath(shelf)),
    data: topicPage(frame, {
      shelf,
      number: null,
      cards,
      older: newest > shown ? newest - shown : null,
      newer: null,
    }),
  };
  return shelf.kind === 'topics' ? [page, ...feeds(frame, topicChannel(frame, shelf, cards))] : [page];
}

const fileOf = (path: string): string => `${path.slice(1)}index.html`;

const topicChannel = ({ site }: Frame, shelf: Shelf, cards: readonly Card[]) => ({
  title: `${shelf.heading}－${site.name}`,
  description: shelf.description,
  path: shelfPath(shelf),
  cards,
});
