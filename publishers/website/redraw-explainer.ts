import type { StillHeld } from '../contract';
import type { Change } from './changes';
import { cardOf, momentsOf } from './card-of';
import { chinaToday } from './china-time';
import { openLists } from './lists';
import { hashOfPage, pageHash, pageName } from './page-hash';
import { explainerPage } from './pages/explainer-page';
import type { Places } from './places';
import { revisePolicies } from './policies';
import { publishChanges } from './publish-changes';
import { readStandings } from './standing';
import { isPageOf, itemChange, readItem } from './state/item';
import type { Publication } from './state/item';
import { validityNote } from './state/validity-note';
import { surroundingsOf } from './surroundings';

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
  if (!isPageOf(marker, shown)) return;

  const moments = momentsOf(item, payload.number);
  const standings = await readStandings(places, payload.content.policies, chinaToday(now));
  const page = explainerPage(live, moments, standings, surroundingsOf(item));
  const hash = pageHash(page);
  if (hash === shown) return;

  const card = cardOf(live, moments, standings);
  const lists = await openLists(places);
  const placed = await lists.put(card, payload.content, item);
  const policies = await revisePolicies(places, lists, {
    frame: payload,
    before: payload.content,
    after: { content: payload.content, card },
    explainer: id,
    at: marker.at,
    now,
  });
  const { delivery, number, at, correction } = marker;
  const redrawn: Publication = { delivery, number, hash, was: shown ?? marker.hash, at, correction };
  const changes: readonly Change[] = [
    itemChange({ ...item, ...placed, publications: [...item.publications.slice(0, -1), redrawn] }),
    ...policies.pages,
    ...(await lists.draw(payload)),
    ...policies.state,
    ...lists.state(),
    validityNote(id, card.validity ?? null),
    { in: 'site', name: pageName(id), data: page },
  ];
  await publishChanges(places, changes, stillHeld);
}
