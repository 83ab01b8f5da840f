import type { MediaRef } from '../contract';
import { MAX_PIXELS } from '../pictures/open-picture';
import { problem, type Problem } from '../problems';
import type { NewsPayload, NewspicPayload } from './payload';

/** What `prepare` turns into JPEG or PNG, by declared type; the product looks at the bytes when a file is uploaded. */
const CONVERTIBLE = new Set([
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/bmp',
  'image/tiff',
]);
const HEIC = new Set(['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence']);

/** What can be said of pictures without their bytes, so that it is known before the version is signed. */
export const checkPictures = (media: readonly MediaRef[], payload: NewsPayload | NewspicPayload): readonly Problem[] =>
  media.flatMap((ref) => checkPicture(ref, fieldOf(ref, payload)));

function checkPicture({ mime, name, bytes, width, height }: MediaRef, field: string): readonly Problem[] {
  if (HEIC.has(mime)) return [problem('picture.heic', { name }, field)];
  if (mime === 'image/svg+xml') return [problem('picture.drawing', { name }, field)];
  if (!CONVERTIBLE.has(mime)) return [problem('picture.format', { name, mime }, field)];
  if (bytes === 0) return [problem('picture.broken', { name }, field)];
  if ((width ?? 0) * (height ?? 0) > MAX_PIXELS) return [problem('picture.too-many-pixels', { name }, field)];
  return mime === 'image/gif' ? [problem('wechat.picture-stands-still', { name }, field)] : [];
}

function fieldOf({ sha256 }: MediaRef, payload: NewsPayload | NewspicPayload): string {
  if (payload.kind === 'newspic') return `images.${payload.images.findIndex((one) => one.sha256 === sha256)}.media`;
  return payload.cover.kind === 'media' && payload.cover.media.sha256 === sha256 ? 'cover' : 'body';
}
