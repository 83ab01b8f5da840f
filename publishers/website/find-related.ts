import type { Content } from '../content';
import type { Places } from './places';
import type { Card } from './state/card';
import { readPolicy } from './state/policy';
import type { Related } from './state/related';
import { openTopic } from './topics';

/** So few that a choice is easy. */
const SHOWN = 4;

/**
 * What to read next: others that explain the same document, newest first; then the newest of the same part of life,
 * those with the most keywords in common in front. Read from what is known at the moment of publication, and kept with
 * the explainer: so publishing never touches the pages of others, and costs the same however many there are.
 */
export async function findRelated(places: Places, explainer: string, content: Content): Promise<readonly Related[]> {
  const policies = await Promise.all(content.policies.map(({ id }) => readPolicy(places, id)));
  const same = policies.flatMap((policy) => policy?.explainers ?? []).sort(newestFirst);
  const common = ({ keywords }: Card): number => keywords.filter((word) => content.keywords.includes(word)).length;
  const near = [...(await newest(places, content.category))].sort(
    (one, other) => common(other) - common(one) || newestFirst(one, other),
  );
  const found = new Map<string, Related>();
  for (const [cards, because] of [
    [same, 'policy'],
    [near, 'category'],
  ] as const) {
    for (const { id, form, title } of cards) {
      if (id !== explainer && !found.has(id)) found.set(id, { id, form, title, because });
    }
  }
  return [...found.values()].slice(0, SHOWN);
}

/** The two newest pages of a topic: the newest may have just begun. */
async function newest(places: Places, category: Content['category']): Promise<readonly Card[]> {
  const topic = await openTopic(places, category);
  const pages = [topic.newest, topic.newest - 1].filter((page) => page > 0);
  return (await Promise.all(pages.map((page) => topic.entries(page)))).flat();
}

const newestFirst = (one: Card, other: Card): number =>
  other.publishedAt.localeCompare(one.publishedAt) || other.id.localeCompare(one.id);
