import { createHash } from 'node:crypto';
import type { MediaRef } from '../../../publishers/contract';

const drawing = (colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="48" height="32"><rect width="100%" height="100%" fill="${colour}"/></svg>`;

/** So few that explainers share them. */
const DRAWINGS = ['#14527a', '#b3261e', '#1f6b4f', '#8a5a00', '#55646e'].map(drawing);

const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The bytes that were signed, by sha256. */
export const PICTURE_BYTES: Readonly<Record<string, string>> = Object.fromEntries(
  DRAWINGS.map((svg) => [sha256Of(svg), svg]),
);

export const PICTURES: readonly MediaRef[] = DRAWINGS.map((svg, index) => ({
  id: `picture-${index}`,
  url: `/uploads/picture-${index}.svg`,
  sha256: sha256Of(svg),
  mime: 'image/svg+xml',
  name: `picture-${index}.svg`,
  bytes: svg.length,
  alt: '示意图',
  width: 48,
  height: 32,
  duration: null,
}));
