import sharp from 'sharp';

/** Pixels. The column is 37 em; twice that for dense screens. */
const LARGE = 1600;
const SMALL = 640;
/** WebP cannot be larger on a side; a long infographic then becomes a JPEG. https://developers.google.com/speed/webp/faq */
const WEBP_LIMIT = 16_383;
/** Pixels of the source; more is an attack or a mistake. */
const MOST_PIXELS = 120_000_000;

export interface Encoded {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
  readonly ending: 'webp' | 'jpg';
}

/**
 * A picture as the site shows it, in one or two widths. Always written anew: so it turns the right way up, and nothing
 * that a camera noted (place, owner, device) goes out.
 *
 * @throws when the bytes are no readable picture
 */
export async function encodePicture(bytes: Uint8Array): Promise<{ large: Encoded; small: Encoded | null }> {
  const large = await encode(bytes, LARGE);
  return { large, small: large.width > SMALL ? await encode(bytes, SMALL) : null };
}

async function encode(bytes: Uint8Array, width: number): Promise<Encoded> {
  const source = sharp(bytes, { animated: true, limitInputPixels: MOST_PIXELS }).autoOrient();
  const sized = source.resize({ width, withoutEnlargement: true }).toColourspace('srgb');
  const { pages = 1 } = await sharp(bytes, { animated: true, limitInputPixels: MOST_PIXELS }).metadata();
  const tall = pages === 1 && (await heightAt(bytes, width)) > WEBP_LIMIT;
  const ending = tall ? 'jpg' : 'webp';
  const encoded = tall
    ? sized.flatten({ background: '#ffffff' }).jpeg({ quality: 84, mozjpeg: true })
    : sized.webp({ quality: 84, smartSubsample: true });
  const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.pageHeight ?? info.height, ending };
}

async function heightAt(bytes: Uint8Array, width: number): Promise<number> {
  const { autoOrient } = await sharp(bytes, { limitInputPixels: MOST_PIXELS }).metadata();
  return Math.round((autoOrient.height * Math.min(width, autoOrient.width)) / autoOrient.width);
}
