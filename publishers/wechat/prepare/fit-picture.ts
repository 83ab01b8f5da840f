import sharp from 'sharp';

export interface FittedPicture {
  readonly bytes: Uint8Array;
  readonly mime: 'image/jpeg' | 'image/png';
}

/** JPEG qualities and widths tried one after another until a picture is small enough. */
const ATTEMPTS = [
  { quality: 90, width: 1440 },
  { quality: 80, width: 1080 },
  { quality: 70, width: 1080 },
  { quality: 60, width: 800 },
] as const;

/** The longest side that JPEG can have. */
const JPEG_SIDE = 65_000;

/**
 * A picture as WeChat takes it: JPEG or PNG, upright, without metadata (place, camera, author), small enough. An
 * animation becomes its first frame.
 * @returns null when it cannot be made small enough
 * @throws whatever the decoder throws on bytes that are no picture
 */
export async function fitPicture(bytes: Uint8Array, maxBytes: number): Promise<FittedPicture | null> {
  const { format, hasAlpha } = await sharp(bytes).metadata();
  if (format === 'png' || format === 'gif' || format === 'svg' || hasAlpha) {
    const png = await resized(bytes, ATTEMPTS[0].width).png({ compressionLevel: 9 }).toBuffer();
    if (png.length <= maxBytes) return { bytes: png, mime: 'image/png' };
  }
  for (const { quality, width } of ATTEMPTS) {
    const jpeg = await resized(bytes, width).flatten({ background: '#FFFFFF' }).jpeg({ quality }).toBuffer();
    if (jpeg.length <= maxBytes) return { bytes: jpeg, mime: 'image/jpeg' };
  }
  return null;
}

const resized = (bytes: Uint8Array, width: number): sharp.Sharp =>
  sharp(bytes).rotate().resize({ width, height: JPEG_SIDE, fit: 'inside', withoutEnlargement: true });
