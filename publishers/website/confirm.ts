import type { Confirmation, Io, Pending } from '../contract';
import { problem } from '../problems';
import { hashOfPage } from './page-hash';
import { prepared } from './payload';
import type { Prepared } from './payload';
import { placesOf } from './places';
import { receiptOf } from './receipt';
import { readItem } from './state/item';

/**
 * The site can always tell: the marker is written last, so it is there exactly when all of the publication is. A
 * version that a newer one has replaced counts as published, because its address still leads to the explainer.
 */
export async function confirm(pending: Pending<Prepared>, io: Io): Promise<Confirmation> {
  const publication = prepared.parse(pending.prepared);
  const places = placesOf(io);
  const item = await readItem(places, publication.payload.explainer);
  const mine = item?.publications.find((done) => done.delivery === pending.delivery);
  const live = item?.publications.at(-1);
  if (!item || !mine || !live) return { state: 'absent' };
  if (item.withdrawn) return { state: 'rejected', problem: problem('website.withdrawn') };
  if (live.hash !== (await hashOfPage(places, item.id))) return { state: 'absent' };
  return { state: 'published', receipt: receiptOf(publication, mine) };
}
