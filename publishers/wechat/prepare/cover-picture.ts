import sharp from 'sharp';
import type { Io } from '../../contract';
import { problem, type Problem } from '../../problems';
import { COVER, coverSvg } from '../cover/cover-svg';
import type { NewsPayload } from '../payload';
import type { FittedPicture } from './fit-picture';

type Cover = NewsPayload['cover'];

const QUALITY = 90;

/** The cover, drawn or cut from the picture that staff chose, around what catches the eye; or why that cannot be. */
export async function coverPicture(
  cover: Cover,
  io: Pick<Io, 'media' | 'log'>,
): Promise<{ readonly picture: FittedPicture } | { readonly problem: Problem }> {
  if (cover.kind === 'drawn') return { picture: await jpeg(sharp(Buffer.from(coverSvg(cover)))) };
  const bytes = await io.media(cover.media);
  try {
    const { wide: width, height } = COVER;
    const cut = sharp(bytes).rotate().resize({ width, height, fit: 'cover', position: sharp.strategy.attention });
    return { picture: await jpeg(cut) };
  } catch (error) {
    io.log('warn', 'cover cannot be decoded', { name: cover.media.name, error: String(error) });
    return { problem: problem('wechat.picture-unreadable', { name: cover.media.name }) };
  }
}

async function jpeg(picture: sharp.Sharp): Promise<FittedPicture> {
  const bytes = await picture.flatten({ background: '#FFFFFF' }).jpeg({ quality: QUALITY }).toBuffer();
  return { bytes, mime: 'image/jpeg' };
}

/**
 * Which part of the cover stands where: `X1_Y1_X2_Y2` in parts of the whole. Said explicitly, or the platform cuts
 * through the middle of the title.
 * @see https://developers.weixin.qq.com/doc/subscription/api/draftbox/draftmanage/api_draft_add.html
 */
export function coverCrops(cover: Cover): { readonly pic_crop_235_1: string; readonly pic_crop_1_1: string } {
  if (cover.kind === 'drawn') {
    const edge = share(COVER.wide / (COVER.wide + COVER.square));
    return { pic_crop_235_1: `0_0_${edge}_1`, pic_crop_1_1: `${edge}_0_1_1` };
  }
  const margin = (1 - COVER.height / COVER.wide) / 2;
  return { pic_crop_235_1: '0_0_1_1', pic_crop_1_1: `${share(margin)}_0_${share(1 - margin)}_1` };
}

/** At most six decimals are allowed. */
const share = (part: number): string => part.toFixed(6);
