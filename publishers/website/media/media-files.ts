import { resolveInside } from '../files';
import { isFile } from '../is-file';
import type { MediaFile } from '../payload';
import type { Places } from '../places';

/** The names of all files that a medium has on the site. */
export const mediaFiles = (file: MediaFile): readonly string[] => [...new Set(urlsOf(file).map((url) => url.slice(1)))];

function urlsOf(file: MediaFile): readonly string[] {
  if (file.kind === 'file') return [file.url];
  const files =
    file.kind === 'video'
      ? [...file.sources, file.poster]
      : [file.large, file.small, ...(file.sources ?? []).flatMap((source) => source.files)];
  return files.flatMap((one) => one?.url ?? []);
}

/** Whether all of them lie there: the last explainer that showed it may have been taken back since it was made. */
export async function areMediaThere(places: Places, media: readonly MediaFile[]): Promise<boolean> {
  const names = media.flatMap(mediaFiles);
  const there = await Promise.all(names.map((name) => isFile(resolveInside(places.site, name))));
  return there.every(Boolean);
}
