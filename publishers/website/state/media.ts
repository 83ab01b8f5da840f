import type { Change } from '../changes';
import type { Places } from '../places';
import { areMediaThere } from '../media/media-files';
import { mediaFile } from '../payload';
import type { MediaFile } from '../payload';
import { readState } from './read-state';

const mediaName = (sha256: string): string => `media/${sha256}.json`;

/** How a signed file lies on the site; null while it is not there, or not all of it any more. */
export async function standingMedia(places: Places, sha256: string): Promise<MediaFile | null> {
  const noted = await readMedia(places, sha256);
  return noted && (await areMediaThere(places, [noted])) ? noted : null;
}

/** How it lay there when it was made last. */
export const readMedia = (places: Places, sha256: string): Promise<MediaFile | null> =>
  readState(places, mediaName(sha256), mediaFile);

export const mediaChange = (sha256: string, file: MediaFile): Change => ({
  in: 'state',
  name: mediaName(sha256),
  data: JSON.stringify(file),
});

export const mediaForgotten = (sha256: string): Change => ({ in: 'state', name: mediaName(sha256), data: null });
