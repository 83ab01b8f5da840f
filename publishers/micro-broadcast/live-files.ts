import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { resolveInside, writeFileAtomic } from '../website/files';
import { liveMessage } from './live-message';
import { livePage } from './live-page';
import { keepPageMark } from './page-mark';
import type { Room } from './room';

const pageName = (id: string): string => `live/${id}/index.html`;
const updatesName = (id: string): string => `live/${id}/updates.json`;

interface LivePlace {
  readonly siteDir: string;
  readonly siteStateDir: string;
}

/**
 * Writes what readers get of a room. The list of updates goes last and carries the cursor, so that a list of the right
 * cursor proves that the page beside it is complete.
 */
export async function writeLiveFiles({ siteDir, siteStateDir }: LivePlace, room: Room): Promise<void> {
  const page = livePage(room);
  await keepPageMark(siteStateDir, room.id, page);
  await writeFileAtomic(siteDir, pageName(room.id), page);
  await writeFileAtomic(siteDir, updatesName(room.id), JSON.stringify(liveMessage(room)));
}

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
