import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Change } from '../changes';
import type { Places } from '../places';
import type { Item, Publication } from './item';
import { readState } from './read-state';

/** By explainer: the hashes that its page may have since it was drawn anew after that delivery had brought it out. */
const redrawn = z.record(z.string(), z.object({ delivery: z.string(), hashes: z.array(z.string()) }));
export type Redrawn = z.infer<typeof redrawn>;

/**
 * The part of the record in which an explainer stands, two hex digits. 256 parts: a rebuild writes one for every few
 * pages, where a note in each item would double what it writes.
 */
export const shardOf = (explainer: string): string => createHash('sha256').update(explainer).digest('hex').slice(0, 2);

const shardName = (shard: string): string => `redrawn/${shard}.json`;

export const readRedrawn = async (places: Places, shard: string): Promise<Redrawn> =>
  (await readState(places, shardName(shard), redrawn)) ?? {};

export const redrawnChange = (shard: string, value: Redrawn): Change => ({
  in: 'state',
  name: shardName(shard),
  data: JSON.stringify(value),
});

/**
 * The hashes that the page of what was published last may have: as it was published, as it was before a document
 * began to stand differently, or as a rebuild has drawn it since.
 * Whoever draws it anew notes the hash before the page, so one of the two always stands.
 */
export async function hashesOf(places: Places, { id, publications }: Item): Promise<readonly string[]> {
  const live = publications.at(-1);
  return live ? hashesIn(live, (await readRedrawn(places, shardOf(id)))[id]) : [];
}

/** The same, where the record has been read: of the publication itself, and of a rebuild since. */
export const hashesIn = (live: Publication, again: Redrawn[string] | undefined): readonly string[] => [
  live.hash,
  ...(live.was === undefined ? [] : [live.was]),
  ...(again?.delivery === live.delivery ? again.hashes : []),
];

/** Whether a page with this hash is what was published last; null = there is no page. */
export const isPageOf = async (places: Places, item: Item, hash: string | null): Promise<boolean> =>
  hash !== null && (await hashesOf(places, item)).includes(hash);
