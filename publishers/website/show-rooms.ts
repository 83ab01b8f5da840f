import type { Account, Io } from '../contract';
import type { Change } from './changes';
import { homePage } from './pages/home-page';
import { placesOf } from './places';
import { publishChanges } from './publish-changes';
import { siteOf } from './settings';
import { frontChange, readFront } from './state/front';
import type { LiveRoom } from './state/front';

/** Puts the announced and running live rooms in front of the list on the home page; an empty list takes them away. */
export async function showRooms(
  io: Pick<Io, 'connection' | 'exclusive'>,
  account: Account,
  rooms: readonly LiveRoom[],
): Promise<void> {
  const places = placesOf(io);
  await io.exclusive('site', async (stillHeld) => {
    const front = { ...(await readFront(places)), rooms };
    const changes: readonly Change[] = [
      frontChange(front),
      { in: 'site', name: 'index.html', data: homePage({ site: siteOf(account), siteUrl: account.siteUrl }, front) },
    ];
    await publishChanges(places, changes, stillHeld);
  });
}
