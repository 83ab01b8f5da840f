import type { Change } from './changes';
import { mediaFiles } from './media/media-files';
import type { MediaFile } from './payload';
import type { Places } from './places';
import type { Item } from './state/item';
import { mediaForgotten, readMedia } from './state/media';
import { areAllNoted, isShown, shownNoMore } from './state/shown';

/** What an explainer lets go of. */
export interface ReleasedMedia {
  /** Files that go from the site, and then the note of how they lay there. */
  readonly files: readonly Change[];
  /** That it shows them no more. */
  readonly notes: readonly Change[];
}

/**
 * Takes the pictures and recordings from the site that an explainer shows no more and no other one shows. To be placed
 * behind everything that leads to them. Whoever is cut off finds by the item what is still to go; a delivery that was
 * prepared with one of them makes it anew.
 *
 * @param kept by sha256: what it goes on showing
 */
export async function releaseMedia(
  places: Places,
  item: Pick<Item, 'id' | 'media' | 'live'>,
  kept: readonly string[],
): Promise<ReleasedMedia> {
  const shows = item.live?.media ?? {};
  const released = new Set([...Object.keys(shows), ...(item.media ?? [])].filter((sha256) => !kept.includes(sha256)));
  // While some explainers are not noted, nobody knows who shows what.
  const mayGo = await areAllNoted(places);
  const files: Change[] = [];
  for (const sha256 of released) {
    if (mayGo && !(await isShown(places, sha256, item.id)))
      files.push(...(await removal(places, sha256, shows[sha256])));
  }
  return { files, notes: [...released].map((sha256) => shownNoMore(sha256, item.id)) };
}

/** As it lies there by the note, and as the page knows it: it may have been made anew in other sizes since. */
async function removal(places: Places, sha256: string, known: MediaFile | undefined): Promise<readonly Change[]> {
  const noted = await readMedia(places, sha256);
  const names = new Set([noted, known].flatMap((file) => (file ? mediaFiles(file) : [])));
  return [...[...names].map((name): Change => ({ in: 'site', name, data: null })), mediaForgotten(sha256)];
}
