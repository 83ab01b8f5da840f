import sharp from 'sharp';
import type { MediaRef } from '../contract';
import { applyChanges } from '../website/changes';
import { noLockNeeded } from '../website/files';
import { livePlaces, type LivePlace } from './live-files';
import type { RoomImage } from './room';

/** Wide enough for a desktop with a fine screen; pixels. */
const WIDTH = 1600;

/**
 * Puts a picture on the site as WebP without metadata, which may tell a place or a name. Its address comes from its
 * content, so the same picture twice is one file, and nobody finds it before an update shows it.
 *
 * @throws when the bytes are no picture, or the disk refuses
 */
export async function placePicture(place: LivePlace, ref: MediaRef, original: Uint8Array): Promise<RoomImage> {
  const { data, info } = await sharp(original, { animated: ref.mime === 'image/gif' })
    .rotate()
    .resize({ width: WIDTH, withoutEnlargement: true })
    .webp({ quality: 82 })
    .toBuffer({ resolveWithObject: true });
  const name = `media/live-${ref.sha256}.webp`;
  await applyChanges(livePlaces(place), [{ in: 'site', name, data }], noLockNeeded);
  return { url: `/${name}`, alt: ref.alt, width: info.width, height: info.pageHeight ?? info.height };
}
