import type { Confirmation, Io, Pending } from '../contract';
import { problem } from '../problems';
import { hashOfPage } from './page-hash';
import { prepared } from './payload';
import type { Prepared } from './payload';
import { placesOf } from './places';
import type { Places } from './places';
import { receiptOf } from './receipt';
import { readItem } from './state/item';
import type { Item } from './state/item';
import { isPageOf } from './state/redrawn';
import { isWithdrawalNoted } from './withdrawn';

/**
 * The site can always tell: the marker is written last, so it is there exactly when all of the publication is. A
 * version that a newer one has replaced counts as published, because its address still leads to the explainer. Waits
 * for whoever is changing the site, so that half a change is only ever seen after it broke off.
 */
export async function confirm(pending: Pending<Prepared>, io: Io): Promise<Confirmation> {
  const publication = prepared.parse(pending.prepared);
  const places = placesOf(io);
  return io.exclusive('site', async () => {
    const item = await readItem(places, publication.payload.explainer);
    const mine = item?.publications.find((done) => done.delivery === pending.delivery);
    if (!item) return { state: 'absent' };
    if (!mine)
      return (await hasBegun(places, item, pending.delivery)) ? { state: 'absent', begun: true } : { state: 'absent' };
    if (item.withdrawn) return { state: 'rejected', problem: problem('website.withdrawn') };
    if (!(await stands(places, item))) return { state: 'absent' };
    return { state: 'published', receipt: receiptOf(publication, mine) };
  });
}

/** The page is the first thing that a publication changes for readers, right after the note of a withdrawal is gone. */
async function hasBegun(places: Places, item: Item, delivery: string): Promise<boolean> {
  if (item.begun.delivery !== delivery) return false;
  if (item.withdrawn) return !(await isWithdrawalNoted(places.state, item.id));
  const hash = await hashOfPage(places, item.id);
  return item.publications.length > 0 ? !(await isPageOf(places, item, hash)) : hash !== null;
}

/**
 * Whether what was completed last is still there. A page that differs is another's unfinished work where a later
 * publication or a withdrawal has begun: that one will be completed and says what became of it.
 */
async function stands(places: Places, item: Item): Promise<boolean> {
  const live = item.publications.at(-1);
  const hash = await hashOfPage(places, item.id);
  if (await isPageOf(places, item, hash)) return true;
  return hash !== null && (item.begun.delivery !== live?.delivery || (await isWithdrawalNoted(places.state, item.id)));
}
