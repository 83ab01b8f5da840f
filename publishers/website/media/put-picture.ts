import { z } from 'zod';
import type { MediaRef } from '../../contract';
import { PICTURE_TYPES, pictureType } from '../payload';
import type { MediaFile, PictureType } from '../payload';
import { encodeVariant } from './encode-variant';
import { planPicture } from './plan-picture';

const made = z.object({
  type: pictureType,
  url: z.string(),
  width: z.number(),
  height: z.number(),
  /** Length of the file. */
  bytes: z.number(),
});
type Made = z.infer<typeof made>;

/** A picture of which some variants lie on the site already. */
export const pictureInWork = z.object({
  kind: z.literal('picture-in-work'),
  wanted: z.array(z.object({ type: pictureType, width: z.number(), moving: z.boolean(), mayBeLossless: z.boolean() })),
  made: z.array(made),
  placeholder: z.string().nullable(),
});
export type PictureInWork = z.infer<typeof pictureInWork>;

/** Puts a file on the site, at an address from the root. */
export type PutFile = (url: string, bytes: Uint8Array) => Promise<void>;

const ENDINGS: Readonly<Record<PictureType, string>> = {
  'image/avif': 'avif',
  'image/webp': 'webp',
  'image/jpeg': 'jpg',
};

/**
 * Makes one variant of a picture, so that a crash costs no more than that one.
 *
 * @returns how far the work is; the file of the site once every variant is there
 * @throws when the bytes are no readable picture
 */
export async function putPicture(
  { sha256 }: Pick<MediaRef, 'sha256'>,
  bytes: Uint8Array,
  before: PictureInWork | null,
  put: PutFile,
): Promise<PictureInWork | MediaFile> {
  const work = before ?? { kind: 'picture-in-work' as const, made: [], ...(await planPicture(bytes)) };
  const [next, ...later] = work.wanted;
  if (!next) return finished(work);
  const encoded = await encodeVariant(bytes, next);
  const size = { width: encoded.width, height: encoded.height, bytes: encoded.bytes.length };
  const url = `/media/${sha256}-${encoded.width}.${ENDINGS[next.type]}`;
  if (!pays(next.type, size.bytes, work.made)) {
    return { ...work, wanted: later.filter(({ type }) => type !== next.type) };
  }
  await put(url, encoded.bytes);
  return { ...work, wanted: later, made: [...work.made, { type: next.type, url, ...size }] };
}

/** Drawings in flat colours may be smaller as WebP without loss: AVIF is then left out altogether. */
const pays = (type: PictureType, bytes: number, others: readonly Made[]): boolean =>
  type !== 'image/avif' ||
  others.some((other) => other.type === 'image/avif') ||
  others.every((other) => other.type !== 'image/webp' || bytes < other.bytes);

function finished({ made: all, placeholder }: PictureInWork): MediaFile {
  const sources = PICTURE_TYPES.map((type) => ({ type, files: all.filter((one) => one.type === type) })).filter(
    ({ files }) => files.length > 0,
  );
  const fallback = sources.pop()?.files ?? [];
  const [large, small] = fallback.map(({ url, width, height }) => ({ url, width, height }));
  if (!large) throw new Error('a picture without a variant');
  return {
    kind: 'picture',
    large,
    small: small ?? null,
    sources: sources.map(({ type, files }) => ({ type, files: files.map(({ url, width }) => ({ url, width })) })),
    placeholder,
  };
}
