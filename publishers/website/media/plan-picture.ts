import sharp from 'sharp';
import type { PictureType } from '../payload';
import { MOST_PIXELS, type Wanted } from './encode-variant';

/** Pixels. The column is 37 em and an image set 50 em wide; the largest serves them on dense screens, the least phones. */
const WIDTHS = [1600, 960, 480] as const;
/** What only very old browsers ask for needs no third size. */
const FALLBACK_WIDTHS: readonly number[] = [1600, 960];
/** A size that is hardly smaller than the next saves nothing. */
const CLEARLY_SMALLER = 0.8;

/** Longest side of a file in pixels. https://developers.google.com/speed/webp/faq; libheif refuses more than 16,384. */
const LIMITS: Readonly<Record<PictureType, number>> = {
  'image/avif': 16_384,
  'image/webp': 16_383,
  'image/jpeg': 65_500,
};

export interface PicturePlan {
  /** In the order in which they are made: the largest first, because it decides whether AVIF pays. */
  readonly wanted: Wanted[];
  /** A data address of a few hundred bytes that hints at the picture until it is there; null where it would shine through. */
  readonly placeholder: string | null;
}

/**
 * The variants that a picture needs.
 *
 * @throws when the bytes are no readable picture
 */
export async function planPicture(bytes: Uint8Array): Promise<PicturePlan> {
  const { autoOrient, format, hasAlpha, pages = 1 } = await sharp(bytes, { limitInputPixels: MOST_PIXELS }).metadata();
  const { width, height } = autoOrient;
  const moving = pages > 1 && (format === 'gif' || format === 'webp');
  const largest = Math.min(width, WIDTHS[0], Math.floor((width * LIMITS['image/jpeg']) / height));
  const widths = [largest, ...WIDTHS.filter((other) => other < largest * CLEARLY_SMALLER)];
  // A browser takes the first type that it knows and looks no further, so a type is offered in all sizes or in none.
  const fits = (type: PictureType): boolean => (height * largest) / width <= LIMITS[type];
  const types = TYPES.filter((type) => fits(type) && (!moving || type === 'image/webp'));
  const wanted = widths.flatMap((each) =>
    types
      .filter((type) => type !== 'image/jpeg' || each === largest || FALLBACK_WIDTHS.includes(each))
      .map((type) => ({ type, width: each, moving, mayBeLossless: each === width && format !== 'jpeg' && !moving })),
  );
  return { wanted, placeholder: hasAlpha || moving ? null : await hint(bytes) };
}

const TYPES: readonly PictureType[] = ['image/webp', 'image/avif', 'image/jpeg'];

async function hint(bytes: Uint8Array): Promise<string> {
  const tiny = await sharp(bytes, { limitInputPixels: MOST_PIXELS })
    .autoOrient()
    .resize({ width: 16, height: 16, fit: 'inside' })
    .toColourspace('srgb')
    .webp({ quality: 40 })
    .toBuffer();
  return `data:image/webp;base64,${tiny.toString('base64')}`;
}
