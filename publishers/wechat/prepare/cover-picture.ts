import sharp from 'sharp';
import type { Io } from '../../contract';
import { attentionPoint } from '../../pictures/attention-point';
import { openPicture } from '../../pictures/open-picture';
import type { Problem } from '../../problems';
import { COVER, coverSvg } from '../cover/cover-svg';
import { cropText, cutCover } from '../cover/cover-crops';
import type { NewsPayload } from '../payload';
import type { FittedPicture } from './fit-picture';
import { pictureProblem } from './picture-problem';
import type { CoverCrops } from './progress';

type Cover = NewsPayload['cover'];

export interface CoverPicture {
  readonly picture: FittedPicture;
  /** Which parts of it stand where. */
  readonly crops: CoverCrops;
}

const QUALITY = 90;
/** Pixels of the wide shape: what phones show, and what they could make use of. */
const WIDTH = { least: COVER.wide, most: 1440 } as const;

/**
 * The cover, drawn, or cut from the picture that staff chose: around the point that they marked, else around what
 * catches the eye. One picture holds both shapes.
 */
export async function coverPicture(
  cover: Cover,
  io: Pick<Io, 'media' | 'log'>,
): Promise<CoverPicture | { readonly problem: Problem }> {
  if (cover.kind === 'drawn') return { picture: await jpeg(sharp(Buffer.from(coverSvg(cover)))), crops: DRAWN };
  const { media } = cover;
  const opened = await openPicture(await io.media(media));
  if ('fault' in opened) return { problem: pictureProblem(opened.fault, media.name) };
  try {
    const focus = media.focus ?? (await attentionPoint(opened.pixels()));
    const { cut, wide, square } = cutCover(opened, focus);
    const pixels = wide.width * cut.width;
    const scale = Math.min(WIDTH.most, Math.max(WIDTH.least, pixels)) / pixels;
    const picture = opened
      .pixels()
      .extract({ left: cut.x, top: cut.y, width: cut.width, height: cut.height })
      .resize({ width: Math.round(cut.width * scale), height: Math.round(cut.height * scale), fit: 'fill' });
    return {
      picture: await jpeg(picture),
      crops: { pic_crop_235_1: cropText(wide), pic_crop_1_1: cropText(square) },
    };
  } catch (error) {
    io.log('warn', 'cover cannot be decoded', { name: media.name, error: String(error) });
    return { problem: pictureProblem('broken', media.name) };
  }
}

/** In the drawn cover both shapes stand side by side. */
const EDGE = COVER.wide / (COVER.wide + COVER.square);
const DRAWN: CoverCrops = {
  pic_crop_235_1: cropText({ x: 0, y: 0, width: EDGE, height: 1 }),
  pic_crop_1_1: cropText({ x: EDGE, y: 0, width: 1 - EDGE, height: 1 }),
};

async function jpeg(picture: sharp.Sharp): Promise<FittedPicture> {
  const bytes = await picture.flatten({ background: '#FFFFFF' }).jpeg({ quality: QUALITY }).toBuffer();
  return { bytes, mime: 'image/jpeg' };
}
