import type { Moments } from './explainer-facts';
import { firstPublishedAt } from './state/item';
import type { Item } from './state/item';

/** The first publication never changes; a later version says when it came. @param number of the version */
export function momentsOf(item: Item, number: number): Moments {
  const first = item.publications[0];
  const same = item.publications.find((done) => done.number === number);
  const updatedAt = first && first.number !== number ? (same?.at ?? item.begun.at) : null;
  return { publishedAt: firstPublishedAt(item), updatedAt };
}
