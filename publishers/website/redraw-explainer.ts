import type { StillHeld } from '../contract';
import type { Change } from './changes';
import { cardOf, momentsOf } from './card-of';
import { chinaToday } from './china-time';
import { drawItem } from './draw-item';
import { openLists } from './lists';
import { hashOfPage, pageHash, pageName } from './page-hash';
import type { Places } from './places';
import { revisePolicies } from './policies';
import { publishChanges } from './publish-changes';
import { readStandings } from './standing';
import { readFrame } from './state/frame';
import { itemChange, readItem } from './state/item';
import type { Publication } from './state/item';
import { isPageOf } from './state/redrawn';
import { readValidityNote, validityNote } from './state/validity-note';

/**
 * Draws the live page of an explainer anew, with its entry in every list, because a document that it explains stands
 * differently today. What was signed, its moments and its publication stay what they are; the marker takes the new hash
 * first, so that whoever looks knows the page before and after. The page comes last: as long as it is the old one, the
 * next run does all of it again. To be called while `site` is held.
 */
export async function redrawExplainer(places: Places, id: string, now: string, stillHeld: StillHeld): Promise<void> {
  const item = await readItem(places, id);
  const marker = item?.publications.at(-1);
  if (!item?.live || !marker || item.withdrawn) return;
  const { live } = item;
  const { payload } = live;
  const shown = await hashOfPage(places, id);
  // Another's unfinished work, which will be taken up and drawn as things stand then; or a page altered behind our back.
  if (!(await isPageOf(places, item, shown))) return;

  const today = chinaToday(now);
  const frame = (await readFrame(places)) ?? payload;
  const page = await drawItem(places, frame, item, today);
  if (page === null) return;
  const hash = pageHash(page);
  const standings = await readStandings(places, payload.content.policies, today);
  const card = cardOf(live, momentsOf(item, payload.number), standings);
  // A rebuild may have drawn the page already, but never what lists say of it.
  if (hash === shown && (await readValidityNote(places, id)) === (card.validity ?? null)) return;

  const lists = await openLists(places);
  const placed = await lists.put(card, payload.content, item);
  const policies = await revisePolicies(places, lists, {
    frame,
    before: payload.content,
    after: { content: payload.content, card },
    explainer: id,
    places: item.policies,
    at: marker.at,
    now,
  });
  const { delivery, number, at, correction } = marker;
  const redrawn: Publication = { delivery, number, hash, was: shown ?? marker.hash, at, correction };
  const changes: readonly Change[] = [
    itemChange({
      ...item,
      ...placed,
      policies: policies.places,
      publications: [...item.publications.slice(0, -1), redrawn],
    }),
    ...policies.pages,
    ...(await lists.draw(frame)),
    ...policies.state,
    ...lists.state(),
    validityNote(id, card.validity ?? null),
    { in: 'site', name: pageName(id), data: page },
  ];
  await publishChanges(places, changes, stillHeld);
}
