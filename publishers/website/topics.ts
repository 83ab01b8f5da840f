import type { Category } from '../content';
import type { Change } from './changes';
import type { Frame } from './frame';
import { topicPage } from './pages/topic-page';
import type { Places } from './places';
import { card, topicPath } from './state/card';
import type { Card } from './state/card';
import { openLedger } from './state/ledger';
import type { Ledger } from './state/ledger';

/** Explainers per numbered list page. */
export const PER_PAGE = 20;

export const openTopic = (places: Places, category: Category): Promise<Ledger<Card>> =>
  openLedger(places, `topics/${category}`, card, PER_PAGE);

/**
 * The list pages to be written after a change: those that changed, the one before a page that has just begun (it now has
 * a newer neighbour), and the front. Never more than four, however long the list is.
 */
export async function drawTopic(frame: Frame, category: Category, ledger: Ledger<Card>): Promise<readonly Change[]> {
  const { newest, changed } = ledger;
  const begun = changed.has(newest) && (await ledger.entries(newest)).length === 1;
  const numbers = [...new Set([...changed, ...(begun ? [newest - 1] : [])])].filter((number) => number > 0);
  return [
    ...(await Promise.all(numbers.map((number) => drawTopicPage(frame, category, ledger, number)))),
    await drawFront(frame, category, ledger),
  ];
}

/** One numbered list page, counted from the oldest. */
export async function drawTopicPage(
  frame: Frame,
  category: Category,
  ledger: Ledger<Card>,
  number: number,
): Promise<Change> {
  return {
    in: 'site',
    name: fileOf(topicPath(category, number)),
    data: topicPage(frame, {
      category,
      number,
      cards: await ledger.entries(number),
      older: number > 1 ? number - 1 : null,
      newer: number < ledger.newest ? number + 1 : 'front',
    }),
  };
}

/** The newest page, and the one before it while the newest is still filling, so that the front is never almost empty. */
async function drawFront(frame: Frame, category: Category, ledger: Ledger<Card>): Promise<Change> {
  const { newest } = ledger;
  const first = await ledger.entries(newest);
  const filled = first.length >= PER_PAGE || newest < 2;
  const second = filled ? [] : await ledger.entries(newest - 1);
  const shown = filled ? 1 : 2;
  return {
    in: 'site',
    name: fileOf(topicPath(category)),
    data: topicPage(frame, {
      category,
      number: null,
      cards: [...first, ...second],
      older: newest > shown ? newest - shown : null,
      newer: null,
    }),
  };
}

const fileOf = (path: string): string => `${path.slice(1)}index.html`;
