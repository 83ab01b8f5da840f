import sharp from 'sharp';
import type { Io, MediaRef } from '../contract';
import { problem, type Problem } from '../problems';
import type { JpegFile } from './api';
import { WEIBO_LIMITS } from './limits';

/** Tried in order until the file is small enough. The first is indistinguishable from the original on a phone. */
const QUALITIES = [88, 76, 60];

/** The signed picture as the platform takes it: the same bytes each time. Without metadata, which may tell a place. */
export async function jpegOf(
  ref: MediaRef,
  io: Io,
): Promise<{ readonly file: JpegFile } | { readonly problem: Problem }> {
  const original = await io.media(ref).catch(() => null);
  if (!original) return { problem: problem('media.gone', { name: ref.name }, 'cover') };
  for (const quality of QUALITIES) {
    const bytes = await converted(original, quality).catch(() => null);
    if (!bytes) return { problem: problem('weibo.picture-unreadable', { name: ref.name }, 'cover') };
    if (bytes.length < WEIBO_LIMITS.pictureBytes)
      return { file: { bytes, filename: `${ref.sha256.slice(0, 16)}.jpg` } };
  }
  return { problem: problem('weibo.picture-too-large', { name: ref.name }, 'cover') };
}

const converted = (original: Uint8Array, quality: number): Promise<Buffer> =>
  sharp(original)
    .rotate()
    .resize({
      width: WEIBO_LIMITS.pictureSide,
      height: WEIBO_LIMITS.pictureSide,
      fit: 'inside',
      withoutEnlargement: true,
    })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality })
    .toBuffer();
