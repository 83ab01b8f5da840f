import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Io, StillHeld } from '../contract';
import { applyChanges } from '../website/changes';
import { resolveInside } from '../website/files';
import { placesOf, type Places } from '../website/places';
import { liveMessage } from './live-message';
import { livePage } from './live-page';
import { keepPageMark } from './page-mark';
import type { Room } from './room';

const pageName = (id: string): string => `live/${id}/index.html`;
const updatesName = (id: string): string => `live/${id}/updates.json`;

/** The directories of the site, and what changes of it need. */
export interface LivePlace extends Pick<Io, 'exclusive'> {
  readonly siteDir: string;
  readonly siteStateDir: string;
  readonly siteKey?: string;
}

/**
 * Writes what readers get of a room. The list of updates goes last and carries the cursor, so that a list of the right
 * cursor proves that the page beside it is complete.
 */
export async function writeLiveFiles(place: LivePlace, room: Room, stillHeld: StillHeld): Promise<void> {
  const page = livePage(room);
  await keepPageMark(place.siteStateDir, room.id, page, stillHeld);
  await applyChanges(
    livePlaces(place),
    [
      { in: 'site', name: pageName(room.id), data: page },
      { in: 'site', name: updatesName(room.id), data: JSON.stringify(liveMessage(room)) },
    ],
    stillHeld,
  );
}

/** As the website's own code wants them. */
export const livePlaces = ({ exclusive, siteDir, siteStateDir, siteKey }: LivePlace): Places =>
  placesOf({ connection: { siteDir, siteStateDir, ...(siteKey && { siteKey }) }, exclusive });

/** Whether readers have what the state says. False after a crash between the two. */
export async function areLiveFilesCurrent(siteDir: string, room: Room): Promise<boolean> {
  try {
    const text = await readFile(resolveInside(siteDir, updatesName(room.id)), 'utf8');
    return z.object({ cursor: z.number() }).parse(JSON.parse(text)).cursor === room.cursor;
  } catch {
    // Missing or unreadable: either way it must be written again.
    return false;
  }
}
