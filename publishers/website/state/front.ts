import { z } from 'zod';
import type { Change } from '../changes';
import type { Places } from '../places';
import { SHELF_IDS } from '../shelves';
import type { ShelfId } from '../shelves';
import { card } from './card';
import type { Card } from './card';
import { readState } from './read-state';

/** How many of the newest explainers are remembered: more than a page or feed shows, so that withdrawals leave no gap. */
const REMEMBERED = 60;

/** A live room that stands in front of the list on the home page. */
export const liveRoom = z.object({
  /** From the root, e.g. `/live/abc/`. */
  path: z.string().startsWith('/'),
  title: z.string(),
  state: z.enum(['announced', 'running']),
  /** Planned or actual start. */
  startsAt: z.iso.datetime({ offset: true }),
});
export type LiveRoom = z.infer<typeof liveRoom>;

/** What the home page and the feeds are drawn from. */
const front = z.object({
  latest: z.array(card),
  counts: z.partialRecord(z.enum(SHELF_IDS), z.number().int().nonnegative()),
  rooms: z.array(liveRoom),
});

export interface Front {
  readonly latest: readonly Card[];
  /** Explainers by list. */
  readonly counts: Readonly<Partial<Record<ShelfId, number>>>;
  readonly rooms: readonly LiveRoom[];
}

const EMPTY: Front = { latest: [], counts: {}, rooms: [] };

export const readFront = async (places: Places): Promise<Front> =>
  (await readState(places, 'front.json', front)) ?? EMPTY;

export const frontChange = (value: Front): Change => ({
  in: 'state',
  name: 'front.json',
  data: JSON.stringify(value),
});

/** The newest first; an updated explainer keeps its place, which is that of its first publication. */
export const withCard = (latest: readonly Card[], next: Card): readonly Card[] =>
  [...latest.filter((other) => other.id !== next.id), next]
    .sort((one, other) => other.publishedAt.localeCompare(one.publishedAt) || other.id.localeCompare(one.id))
    .slice(0, REMEMBERED);

export const withoutCard = (latest: readonly Card[], id: string): readonly Card[] =>
  latest.filter((other) => other.id !== id);
