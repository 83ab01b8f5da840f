import { z } from 'zod';
import type { Change } from '../changes';
import { prepared, safeId } from '../payload';
import type { Places } from '../places';
import { SHELF_IDS } from '../shelves';
import { readState } from './read-state';
import { related } from './related';

/** One completed publication of an explainer: the marker by which `confirm` knows. */
export const publication = z.object({
  delivery: z.string(),
  /** Number of the version. */
  number: z.number().int().positive(),
  /** `sha256:` + hex over the bytes of the page. */
  hash: z.string(),
  /**
   * The page before it was last drawn anew, because a document that it explains stands differently. It counts as well:
   * a run that is cut off leaves it there until it is taken up again.
   */
  was: z.string().optional(),
  at: z.iso.datetime(),
  /** What this version put right, in the words of its 更正说明; absent where it put nothing right. */
  correction: z.string().optional(),
});
export type Publication = z.infer<typeof publication>;

/** How and when an explainer was taken back. */
export const withdrawal = z.object({
  at: z.iso.datetime(),
  /** Shown to readers of a withdrawn explainer only. */
  reason: z.string(),
  kind: z.enum(['withdrawn', 'moved', 'gone']).default('withdrawn'),
  /** The explainer to which a moved one leads. */
  to: safeId.nullable().default(null),
});
export type Withdrawal = z.infer<typeof withdrawal>;

/** Everything that the site remembers of one explainer. */
export const item = z.object({
  id: safeId,
  /**
   * The publication that has begun. Kept before anything is public, so that a run after a crash shows the same moment
   * and takes the same places.
   */
  begun: z.object({ delivery: z.string(), at: z.iso.datetime() }),
  /** The page on which it has its place, for each list in which it ever stood; a later version may move. */
  topics: z.partialRecord(z.enum(SHELF_IDS), z.number().int().positive()),
  /** By document: the page of the list of its explainers on which it has its place. */
  policies: z.record(z.string(), z.number().int().positive()).default({}),
  /** Its part of the site map; null before it was placed for the first time. */
  sitemap: z.number().int().positive().nullable(),
  /** Its part of the open data; null before it was placed for the first time. */
  openData: z.number().int().positive().nullable().default(null),
  /** Completed publications, the live one last. */
  publications: z.array(publication),
  /** What the live page was drawn from; null before the first publication is complete. */
  live: prepared.nullable(),
  /** What the publication that has begun shows, by sha256; absent in what was written before this was noted. */
  media: z.array(z.string()).optional(),
  /** What its page leads on to, chosen when the publication began; absent in what was written before there was any. */
  related: z.array(related).optional(),
  withdrawn: withdrawal.nullable(),
});
export type Item = z.infer<typeof item>;

const itemName = (id: string): string => `items/${safeId.parse(id)}.json`;

export const readItem = (places: Places, id: string): Promise<Item | null> => readState(places, itemName(id), item);

export const itemChange = (value: Item): Change => ({
  in: 'state',
  name: itemName(value.id),
  data: JSON.stringify(value),
});

/** The first moment at which the explainer was public. */
export const firstPublishedAt = ({ publications, begun }: Item): string =>
  publications.map(({ at }) => at).sort()[0] ?? begun.at;
