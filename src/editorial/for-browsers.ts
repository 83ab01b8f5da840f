import type { OpenPicture } from '../../publishers/pictures/open-picture';

/** Bytes. A scan of many pixels would be larger than anybody wants to load without loss. */
const MOST_AS_PNG = 8_000_000;

/** A picture that browsers do not show, as one that they do: without loss where that is not too large. */
export async function forBrowsers({
  pixels,
}: OpenPicture): Promise<{ readonly bytes: Buffer; readonly mime: 'image/png' | 'image/jpeg' }> {
  const png = await pixels().png().toBuffer();
  if (png.length <= MOST_AS_PNG) return { bytes: png, mime: 'image/png' };
  const jpeg = await pixels()
    .flatten({ background: '#FFFFFF' })
    .jpeg({ quality: 92, chromaSubsampling: '4:4:4' })
    .toBuffer();
  return { bytes: jpeg, mime: 'image/jpeg' };
}
