import type { Moments } from './explainer-facts';
import type { Prepared } from './payload';
import { gravest } from './standing';
import type { Standings } from './standing';
import type { Card } from './state/card';
import { firstPublishedAt } from './state/item';
import type { Item } from './state/item';

/** The first publication never changes; a later version says when it came. */
export function momentsOf(item: Item, number: number): Moments {
  const first = item.publications[0];
  const same = item.publications.find((done) => done.number === number);
  const updatedAt = first && first.number !== number ? (same?.at ?? item.begun.at) : null;
  return { publishedAt: firstPublishedAt(item), updatedAt };
}

/** What lists show of an explainer. */
export function cardOf({ payload }: Prepared, moments: Moments, standings: Standings): Card {
  const { form, category, title, summary, keywords, audiences, source, policies } = payload.content;
  const validity = gravest(policies.flatMap(({ id }) => standings[id] ?? []));
  const told = { id: payload.explainer, form, category, title, summary, keywords, audiences, source, ...moments };
  return validity === null ? told : { ...told, validity };
}
