import type { FocalPoint } from '../../pictures/attention-point';

/** A part of a picture; in pixels or in parts of the whole. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface CoverCut {
  /** What is cut from the original, in its pixels, whole numbers: everything that one of the two shapes shows. */
  readonly cut: Box;
  /** The two shapes in parts of what is cut. */
  readonly wide: Box;
  readonly square: Box;
}

/** Width to height of the cover above an article; lists and shared cards show a square. */
const WIDE = 2.35;

/** Cuts the two shapes of a cover as large as the picture allows, each as near to the focal point as its edges allow. */
export function cutCover({ width, height }: Pick<Box, 'width' | 'height'>, focus: FocalPoint): CoverCut {
  const wide = largest(width, height, WIDE, focus);
  const square = largest(width, height, 1, focus);
  const x = Math.floor(Math.min(wide.x, square.x));
  const y = Math.floor(Math.min(wide.y, square.y));
  const cut = {
    x,
    y,
    width: Math.min(width, Math.ceil(Math.max(wide.x + wide.width, square.x + square.width))) - x,
    height: Math.min(height, Math.ceil(Math.max(wide.y + wide.height, square.y + square.height))) - y,
  };
  return { cut, wide: within(cut, wide), square: within(cut, square) };
}

function largest(width: number, height: number, ratio: number, focus: FocalPoint): Box {
  const w = Math.min(width, height * ratio);
  const h = w / ratio;
  return { x: start(focus.x, width, w), y: start(focus.y, height, h), width: w, height: h };
}

/** Where a stretch of so many pixels begins that has the point in its middle, unless it would stick out. */
const start = (point: number, whole: number, part: number): number =>
  Math.min(Math.max(point * whole - part / 2, 0), whole - part);

const within = (outer: Box, inner: Box): Box => ({
  x: (inner.x - outer.x) / outer.width,
  y: (inner.y - outer.y) / outer.height,
  width: inner.width / outer.width,
  height: inner.height / outer.height,
});

/**
 * A shape as the platform takes it: `X1_Y1_X2_Y2` in parts of the whole, at most six decimals. Without it the platform
 * cuts through the middle.
 * @see https://developers.weixin.qq.com/doc/subscription/api/draftbox/draftmanage/api_draft_add.html
 */
export const cropText = ({ x, y, width, height }: Box): string =>
  [x, y, x + width, y + height].map((part) => String(Number(Math.min(1, Math.max(0, part)).toFixed(6)))).join('_');
