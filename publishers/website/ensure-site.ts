import type { Account, Io } from '../contract';
import type { Frame } from './frame';
import { drawAssets, drawFixed } from './fixed-pages';
import { placesOf } from './places';
import { publishChanges } from './publish-changes';
import { siteOf } from './settings';
import { frameChange } from './state/frame';
import { idsIn } from './state/ids-in';
import { allNotedChange, areAllNoted } from './state/shown';

type SiteIo = Pick<Io, 'connection' | 'exclusive'>;

/**
 * Makes an empty site whole, and gives a site that stands the assets of this program: style sheet and scripts, home
 * page, the front of each topic, feeds, site map, the page for unknown addresses. May run at every start. Assets of
 * earlier programs stay, because pages that were written with them still name them.
 */
export async function ensureSite(io: SiteIo, account: Account): Promise<void> {
  const frame: Frame = { site: siteOf(account), siteUrl: account.siteUrl };
  const places = placesOf(io);
  await io.exclusive('site', async (stillHeld) => {
    const isNew = !(await areAllNoted(places)) && (await idsIn(places, 'items')).length === 0;
    await publishChanges(
      places,
      [
        frameChange(frame),
        ...(isNew ? [allNotedChange] : []),
        ...drawAssets(frame),
        ...(await drawFixed(places, frame)),
      ],
      stillHeld,
    );
  });
}
