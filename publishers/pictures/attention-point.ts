import sharp from 'sharp';

/** A point of a picture in parts of its width and height, 0 to 1. */
export interface FocalPoint {
  readonly x: number;
  readonly y: number;
}

export const CENTRE: FocalPoint = { x: 0.5, y: 0.5 };

/** Longest side of the copy that is looked at, pixels. */
const LOOKED_AT = 256;

/** Where a picture draws the eye: skin, strong colours, sharp edges; the centre where nothing stands out. */
export async function attentionPoint(picture: sharp.Sharp): Promise<FocalPoint> {
  const { data, info } = await picture
    .flatten({ background: '#FFFFFF' })
    .resize({ width: LOOKED_AT, height: LOOKED_AT, fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  // Something has to be cut off, or the point is not sought. It comes in pixels of the copy, because that keeps its scale.
  const { info: cut } = await sharp(data, { raw: { width, height, channels } })
    .resize({ width, height: Math.ceil(height / 2), position: sharp.strategy.attention })
    .toFormat('png')
    .toBuffer({ resolveWithObject: true });
  if (cut.attentionX === undefined || cut.attentionY === undefined) return CENTRE;
  return { x: cut.attentionX / width, y: cut.attentionY / height };
}
