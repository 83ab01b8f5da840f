import type { Io, Outcome, StillHeld } from '../contract';
import { problem } from '../problems';
import { bringBackMedia } from './bring-back-media';
import { writeFileAtomic } from './files';
import type { Change } from './changes';
import { findRelated } from './find-related';
import { openLists } from './lists';
import { areMediaThere } from './media/media-files';
import { hashOfPage, pageHash, pageName } from './page-hash';
import { explainerPage } from './pages/explainer-page';
import { prepared } from './payload';
import type { Prepared } from './payload';
import { placesOf } from './places';
import type { Places } from './places';
import { revisePolicies } from './policies';
import { publishChanges } from './publish-changes';
import { receiptOf } from './receipt';
import { releaseMedia } from './release-media';
import { cardOf, momentsOf } from './card-of';
import { chinaToday } from './china-time';
import { readStandings } from './standing';
import { validityNote } from './state/validity-note';
import { readFrame } from './state/frame';
import { itemChange, readItem } from './state/item';
import type { Item, Publication } from './state/item';
import { isPageOf } from './state/redrawn';
import { shownChange } from './state/shown';
import { surroundingsOf } from './surroundings';
import { goneName } from './withdrawn';

/**
 * Puts the page on the site, then everything that leads to it, and last the marker by which `confirm` knows that all of
 * it is there. Whatever broke off before can be run again: moments and places in lists are kept before they are used.
 */
export async function commit(input: Prepared, io: Io, delivery: string): Promise<Outcome> {
  const publication = prepared.parse(input);
  const places = placesOf(io);
  const outcome = await io.exclusive('site', async (stillHeld) => {
    const known = await readItem(places, publication.payload.explainer);
    const settled = known && (await settledBefore(places, known, publication, delivery));
    if (settled) return settled;
    if (!(await areMediaThere(places, Object.values(publication.media)))) return null;
    return publish(places, known, publication, delivery, io.now().toISOString(), stillHeld);
  });
  if (outcome) return outcome;
  // Since they were prepared, the last explainer that showed one of them was taken back. Films take minutes: not while
  // others wait for the site.
  const again = await bringBackMedia(publication.payload, io);
  return again.state === 'rejected' ? again : commit(again.prepared, io, delivery);
}

/** What there is to say without touching anything: done already, withdrawn, or overtaken by a newer version. */
async function settledBefore(
  places: Places,
  known: Item,
  publication: Prepared,
  delivery: string,
): Promise<Outcome | null> {
  const live = known.publications.at(-1);
  if (!live) return null;
  const { number } = publication.payload;
  const mine = known.publications.find((done) => done.delivery === delivery);
  if (mine && known.withdrawn) return { state: 'rejected', problem: problem('website.withdrawn') };
  if (mine === live && (await isPageOf(places, known, await hashOfPage(places, known.id)))) {
    return { state: 'published', receipt: receiptOf(publication, live) };
  }
  if (live.number > number) {
    return { state: 'rejected', problem: problem('website.newer-version', { number, live: live.number }) };
  }
  return null;
}

async function publish(
  places: Places,
  known: Item | null,
  publication: Prepared,
  delivery: string,
  now: string,
  stillHeld: StillHeld,
): Promise<Outcome> {
  const { payload } = publication;
  const begun = begin(known, payload.explainer, delivery, now);
  const moments = momentsOf(begun, payload.number);
  const standings = await readStandings(places, payload.content.policies, chinaToday(now));
  const card = cardOf(publication, moments, standings);

  const frame = (await readFrame(places)) ?? payload;
  const lists = await openLists(places);
  const placed = await lists.put(card, payload.content, begun);
  const policies = await revisePolicies(places, lists, {
    frame,
    before: begun.live?.payload.content ?? null,
    after: { content: payload.content, card },
    explainer: begun.id,
    places: begun.policies,
    at: begun.begun.at,
    now,
  });
  const related = begun === known ? known.related : undefined;
  const shows = Object.keys(publication.media);
  const reserved: Item = {
    ...begun,
    ...placed,
    media: [...new Set([...(begun.media ?? []), ...shows])],
    policies: policies.places,
    related: [...(related ?? (await findRelated(places, begun.id, payload.content)))],
  };
  const reservation = itemChange(reserved);
  await writeFileAtomic(places.state, reservation.name, reservation.data ?? '', stillHeld);

  const correction = payload.content.correction;
  const begins = { at: begun.begun.at, correction };
  const others = begun.publications.filter((done) => done.delivery !== delivery);
  const page = explainerPage(
    publication,
    moments,
    standings,
    surroundingsOf({ related: reserved.related, publications: [...others, begins] }),
  );
  const marker: Publication = { delivery, number: payload.number, hash: pageHash(page), ...begins };
  const released = await releaseMedia(places, begun, shows);
  const changes: readonly Change[] = [
    ...shows.map((sha256) => shownChange(sha256, begun.id)),
    ...policies.fresh,
    { in: 'state', name: goneName(begun.id), data: null },
    { in: 'site', name: pageName(begun.id), data: page },
    ...policies.pages,
    ...(await lists.draw(frame)),
    ...policies.state,
    ...lists.state(),
    validityNote(begun.id, card.validity ?? null),
    ...released.files,
    ...released.notes,
    itemChange(completed(reserved, publication, marker)),
  ];
  await publishChanges(places, changes, stillHeld);
  return { state: 'published', receipt: receiptOf(publication, marker) };
}

function begin(known: Item | null, id: string, delivery: string, now: string): Item {
  const fresh: Item = {
    id,
    begun: { delivery, at: now },
    topics: {},
    policies: {},
    sitemap: null,
    openData: null,
    publications: [],
    live: null,
    withdrawn: null,
  };
  if (!known) return fresh;
  if (known.begun.delivery === delivery) return known;
  const done = known.publications.find((publication) => publication.delivery === delivery);
  return { ...known, begun: { delivery, at: done?.at ?? now } };
}

const completed = (reserved: Item, live: Prepared, marker: Publication): Item => ({
  ...reserved,
  media: Object.keys(live.media),
  publications: [...reserved.publications.filter(({ delivery }) => delivery !== marker.delivery), marker],
  live,
  withdrawn: null,
});
