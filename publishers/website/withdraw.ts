import type { Io, Outcome, Receipt, Removal, StillHeld } from '../contract';
import { problem } from '../problems';
import type { Change } from './changes';
import { openLists } from './lists';
import { pageName } from './page-hash';
import { placesOf } from './places';
import type { Places } from './places';
import { revisePolicies } from './policies';
import { publishChanges } from './publish-changes';
import { readReceiptId } from './receipt';
import { releaseMedia } from './release-media';
import { removalPage } from './pages/removal-page';
import { readFrame } from './state/frame';
import { itemChange, readItem } from './state/item';
import type { Item, Withdrawal } from './state/item';
import { validityNote } from './state/validity-note';
import { goneName } from './withdrawn';

/**
 * Replaces the page by a calm note, or by the way to where the explainer has moved, and takes the explainer out of every
 * list, and its pictures and recordings off the site. `published` here means that the withdrawal is public.
 */
export async function withdraw(
  receipt: Receipt,
  reason: string,
  io: Io,
  removal: Removal = { kind: 'withdrawn' },
): Promise<Outcome> {
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
    if (!item.withdrawn && removal.kind === 'moved' && !(await mayLeadTo(places, removal.to, item.id))) {
      return { state: 'rejected', problem: problem('website.moved-nowhere') };
    }
    const withdrawn = item.withdrawn ?? {
      at: io.now().toISOString(),
      reason,
      kind: removal.kind,
      to: removal.kind === 'moved' ? removal.to : null,
    };
    await takeDown(places, item, item.live, withdrawn, stillHeld);
    return { state: 'published', receipt: { ...receipt, at: withdrawn.at } };
  });
}

/** Only to what can be read there now: so no reader is led to a note, and no two moves make a circle. */
async function mayLeadTo(places: Places, to: string, from: string): Promise<boolean> {
  const target = to === from ? null : await readItem(places, to);
  return target !== null && target.live !== null && target.withdrawn === null;
}

async function takeDown(
  places: Places,
  item: Item,
  { payload }: NonNullable<Item['live']>,
  withdrawn: Withdrawal,
  stillHeld: StillHeld,
): Promise<void> {
  const frame = (await readFrame(places)) ?? payload;
  const lists = await openLists(places);
  await lists.remove(item.id, item);
  const policies = await revisePolicies(places, lists, {
    frame,
    before: payload.content,
    after: null,
    explainer: item.id,
    places: item.policies,
    at: withdrawn.at,
    now: withdrawn.at,
  });
  const released = await releaseMedia(places, item, []);
  const page = removalPage(frame, { explainer: item.id, content: payload.content, ...withdrawn });
  const changes: readonly Change[] = [
    { in: 'state', name: goneName(item.id), data: JSON.stringify(withdrawn) },
    { in: 'site', name: pageName(item.id), data: page },
    ...policies.pages,
    ...(await lists.draw(frame)),
    ...policies.state,
    ...lists.state(),
    validityNote(item.id, null),
    ...released.files,
    ...released.notes,
    itemChange({ ...item, withdrawn }),
  ];
  await publishChanges(places, changes, stillHeld);
}
