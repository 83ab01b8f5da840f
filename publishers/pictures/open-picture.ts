import sharp from 'sharp';
import { pictureKind, type PictureKind } from './picture-kind';
import { bmpSize, readBmp } from './read-bmp';

/** Pictures above this many pixels are refused: they would take gigabytes to decode. */
export const MAX_PIXELS = 60_000_000;

/**
 * Why a file is no picture that we can use. `heic`: no decoder of HEVC comes with a licence that we may ship;
 * `drawing`: SVG, which can run scripts and load addresses; `broken`: cut off or damaged, or a rare kind of its format.
 */
export type PictureFault = 'empty' | 'heic' | 'drawing' | 'too-many-pixels' | 'broken' | 'no-picture';

export interface OpenPicture {
  readonly kind: PictureKind;
  /** Pixels, upright. */
  readonly width: number;
  readonly height: number;
  /** Frames of an animation; 1 = it stands still. */
  readonly frames: number;
  /** A new pipeline each time, upright, in sRGB when written out. `frame` counts from 0. */
  readonly pixels: (frame?: number) => sharp.Sharp;
}

/**
 * Reads the head of a picture, whatever it is called. Its pixels are decoded by whoever asks for them, and may turn out
 * to be damaged then.
 */
export async function openPicture(bytes: Uint8Array): Promise<OpenPicture | { readonly fault: PictureFault }> {
  if (bytes.length === 0) return { fault: 'empty' };
  const kind = pictureKind(bytes);
  if (kind === null) return { fault: 'no-picture' };
  if (kind === 'heic' || kind === 'drawing') return { fault: kind };
  if (kind === 'bmp') return openBmp(bytes);
  try {
    // Without a limit only the head is read, so that the fault can be told from damage.
    const { autoOrient, pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata();
    const { width, height } = autoOrient;
    if (width * height > MAX_PIXELS) return { fault: 'too-many-pixels' };
    const isAnimation = kind === 'gif' || kind === 'webp' || kind === 'avif';
    const pixels = (page = 0): sharp.Sharp =>
      sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', ...(page > 0 && { page }) }).autoOrient();
    return { kind, width, height, frames: isAnimation ? pages : 1, pixels };
  } catch {
    return { fault: 'broken' };
  }
}

function openBmp(bytes: Uint8Array): OpenPicture | { readonly fault: PictureFault } {
  const size = bmpSize(bytes);
  if (!size) return { fault: 'broken' };
  if (size.width * size.height > MAX_PIXELS) return { fault: 'too-many-pixels' };
  const raw = readBmp(bytes);
  if (!raw) return { fault: 'broken' };
  const { data, width, height } = raw;
  return { kind: 'bmp', width, height, frames: 1, pixels: () => sharp(data, { raw: { width, height, channels: 3 } }) };
}
