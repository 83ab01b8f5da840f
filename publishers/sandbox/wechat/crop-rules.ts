/**
 * Parts of a cover. Source: https://developers.weixin.qq.com/doc/subscription/api/draftbox/draftmanage/api_draft_add.html
 */
import { isRecord } from './call';

/** Of the original cover, in pixels; null where its size is not known. */
export type CoverSize = { readonly width: number; readonly height: number } | null;

/** Width to height, by the names that the platform has for the shapes. */
const RATIOS: Readonly<Record<string, number>> = { '1_1': 1, '16_9': 16 / 9, '2.35_1': 2.35 };
/** Which shape each field is for. */
const FIELDS = { pic_crop_235_1: '2.35_1', pic_crop_1_1: '1_1' } as const;
/** Six decimals and whole pixels leave little room; the page names none. */
const TOLERANCE = 0.01;

/** The name of what is wrong with the crops of an article; null where all are as they must be. */
export function wrongCrop(fields: Readonly<Record<string, unknown>>, cover: CoverSize): string | null {
  for (const [name, ratio] of Object.entries(FIELDS)) {
    const value = fields[name];
    if (value !== undefined && value !== '' && !isCrop(value, ratio, cover)) return name;
  }
  const { cover_info: info } = fields;
  if (info === undefined) return null;
  const list = isRecord(info) ? info['crop_percent_list'] : undefined;
  return Array.isArray(list) && list.every((one) => isCropPercent(one, cover)) ? null : 'crop_percent_list';
}

/** `X1_Y1_X2_Y2` between 0 and 1 with at most six decimals, left top before right bottom, in the shape that it is for. */
function isCrop(value: unknown, ratio: string, cover: CoverSize): boolean {
  if (typeof value !== 'string' || !/^(?:[01](?:\.\d{1,6})?_){3}[01](?:\.\d{1,6})?$/.test(value)) return false;
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = value.split('_').map(Number);
  if (x1 >= x2 || y1 >= y2 || x2 > 1 || y2 > 1) return false;
  return cover === null || hasRatio((x2 - x1) * cover.width, (y2 - y1) * cover.height, RATIOS[ratio] ?? 0);
}

/** Within the tolerance, or within one pixel: a small picture cannot be cut more finely. */
const hasRatio = (width: number, height: number, ratio: number): boolean =>
  Math.abs(width / height / ratio - 1) <= TOLERANCE || Math.abs(width - height * ratio) <= 1;

/** The same as a list with the sides as texts. */
function isCropPercent(value: unknown, cover: CoverSize): boolean {
  if (!isRecord(value) || typeof value['ratio'] !== 'string' || !(value['ratio'] in RATIOS)) return false;
  const sides = ['x1', 'y1', 'x2', 'y2'].map((name) => value[name]);
  return sides.every((side) => typeof side === 'string') && isCrop(sides.join('_'), value['ratio'], cover);
}
