import type { Sharp } from 'sharp';
import { bestFrame } from '../../pictures/best-frame';
import { openPicture, type PictureFault } from '../../pictures/open-picture';

export interface FittedPicture {
  readonly bytes: Uint8Array;
  readonly mime: 'image/jpeg' | 'image/png';
}

/** JPEG qualities and widths tried one after another until a picture is small enough. */
const ATTEMPTS = [
  { quality: 90, width: 1440, harm: 'none' },
  { quality: 80, width: 1080, harm: 'none' },
  { quality: 70, width: 1080, harm: 'some' },
  { quality: 60, width: 800, harm: 'some' },
] as const;

/** The longest side that JPEG can have. */
const JPEG_SIDE = 65_000;
const WHITE = { background: '#FFFFFF' };
/** Up to so much larger than as JPEG a picture is sent as PNG: drawings and screenshots are, photographs never. */
const WORTH_PNG = 1.25;

/**
 * A picture as WeChat takes it: JPEG or PNG, upright, in sRGB, without metadata (place, camera, author), small enough. Of
 * an animation one frame, because articles take no GIF. What is transparent becomes white: in the dark, dark
 * ink on nothing could not be read.
 * @param harm whether what is fine print may suffer, if need be
 * @returns `too-large` when it cannot be made small enough
 */
export async function fitPicture(
  bytes: Uint8Array,
  maxBytes: number,
  harm: 'none' | 'some',
): Promise<FittedPicture | { readonly fault: PictureFault | 'too-large' }> {
  const opened = await openPicture(bytes);
  if ('fault' in opened) return opened;
  try {
    const frame = await bestFrame(opened);
    // What was a JPEG has its blur already; as PNG it would only be larger.
    const sharpEdges = opened.kind !== 'jpeg';
    for (const { quality, width, harm: does } of ATTEMPTS) {
      if (does === 'some' && harm === 'none') break;
      const picture = resized(sharpEdges ? opened.pixels(frame).flatten(WHITE) : opened.pixels(), width);
      const chromaSubsampling = sharpEdges ? '4:4:4' : '4:2:0';
      // The best coding takes half of the time of all and saves a twentieth of the bytes.
      const jpeg = await picture.clone().jpeg({ quality, chromaSubsampling, optimiseCoding: false }).toBuffer();
      const png = sharpEdges ? await picture.clone().png().toBuffer() : null;
      if (png && png.length <= maxBytes && png.length <= jpeg.length * WORTH_PNG)
        return { bytes: png, mime: 'image/png' };
      if (jpeg.length <= maxBytes) return { bytes: jpeg, mime: 'image/jpeg' };
    }
    return { fault: 'too-large' };
  } catch {
    // Of the pixels the decoder says only in prose what is wrong with them.
    return { fault: 'broken' };
  }
}

const resized = (picture: Sharp, width: number): Sharp =>
  picture.resize({ width, height: JPEG_SIDE, fit: 'inside', withoutEnlargement: true });
