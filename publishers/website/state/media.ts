import type { Change } from '../changes';
import type { Places } from '../places';
import { mediaFile } from '../payload';
import type { MediaFile } from '../payload';
import { readState } from './read-state';

const mediaName = (sha256: string): string => `media/${sha256}.json`;

/** How a signed file lies on the site; null while it is not there. */
export const readMedia = (places: Places, sha256: string): Promise<MediaFile | null> =>
  readState(places, mediaName(sha256), mediaFile);

export const mediaChange = (sha256: string, file: MediaFile): Change => ({
  in: 'state',
  name: mediaName(sha256),
  data: JSON.stringify(file),
});
