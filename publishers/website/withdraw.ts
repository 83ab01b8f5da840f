import type { Io, Outcome, Receipt, StillHeld } from '../contract';
import { problem } from '../problems';
import type { Change } from './changes';
import { openLists } from './lists';
import { pageName } from './page-hash';
import { gonePage } from './pages/gone-page';
import { placesOf } from './places';
import type { Places } from './places';
import { revisePolicies } from './policies';
import { publishChanges } from './publish-changes';
import { readReceiptId } from './receipt';
import { itemChange, readItem } from './state/item';
import type { Item } from './state/item';
import { validityNote } from './state/validity-note';
import { goneName } from './withdrawn';

/**
 * Replaces the page by a calm note that says what happened, when, why and where to read on, and takes the explainer
 * out of every list. `published` here means that the withdrawal is public.
 */
export async function withdraw(receipt: Receipt, reason: string, io: Io): Promise<Outcome> {
  const named = readReceiptId(receipt.id);
  const places = placesOf(io);
  return io.exclusive('site', async (stillHeld) => {
    const item = named && (await readItem(places, named.explainer));
    const live = item?.publications.at(-1);
    if (!named || !item?.live || !live) return { state: 'rejected', problem: problem('website.not-there') };
    if (live.number > named.number && !item.withdrawn) {
      return {
        state: 'rejected',
        problem: problem('website.newer-version', { number: named.number, live: live.number }),
      };
    }
    const withdrawn = item.withdrawn ?? { at: io.now().toISOString(), reason };
    await takeDown(places, item, item.live, withdrawn, stillHeld);
    return { state: 'published', receipt: { ...receipt, at: withdrawn.at } };
  });
}

async function takeDown(
  places: Places,
  item: Item,
  { payload }: NonNullable<Item['live']>,
  withdrawn: NonNullable<Item['withdrawn']>,
  stillHeld: StillHeld,
): Promise<void> {
  const lists = await openLists(places);
  await lists.remove(item.id, item);
  const policies = await revisePolicies(places, lists, {
    frame: payload,
    before: payload.content,
    after: null,
    explainer: item.id,
    at: withdrawn.at,
    now: withdrawn.at,
  });
  const page = gonePage(payload, { explainer: item.id, content: payload.content, ...withdrawn });
  const changes: readonly Change[] = [
    { in: 'state', name: goneName(item.id), data: JSON.stringify(withdrawn) },
    { in: 'site', name: pageName(item.id), data: page },
    ...policies.pages,
    ...(await lists.draw(payload)),
    ...policies.state,
    ...lists.state(),
    validityNote(item.id, null),
    itemChange({ ...item, withdrawn }),
  ];
  await publishChanges(places, changes, stillHeld);
}
