import { COLOURS, box, numeral, paragraph, picture, rule, text } from './draw.mjs';
import { icon } from './icons.mjs';

/** Frames of a video are 960 by 540; the lowest 96 pixels stay empty for the captions. */
export function slide(set, entry, number) {
  const { label, slides } = set;
  const done = (816 * number) / slides.length;
  const value = entry.value ?? '';
  const size = value.length > 7 ? 92 : 128;
  return picture(
    960,
    540,
    box(0, 0, 14, 540, { fill: COLOURS.accent, radius: 0 }) +
      text(72, 66, label, { size: 24, weight: 700, fill: COLOURS.accent }) +
      text(888, 66, '云澜市 · 明白视频', { size: 22, fill: COLOURS.muted, anchor: 'end' }) +
      rule(72, 92, 888, 92, { width: 3 }) +
      rule(72, 92, 72 + done, 92, { stroke: COLOURS.accent, width: 3 }) +
      box(696, 140, 192, 192, { fill: COLOURS.soft }) +
      icon(entry.icon, 732, 176, 120) +
      paragraph(72, value ? 188 : 226, entry.title, { size: 54, weight: 700, serif: true, width: 610, leading: 1.4 }) +
      (value ? numeral(72, 336, value, entry.unit ?? '', { size, unitSize: 34 }) : '') +
      paragraph(72, value ? 406 : 306, entry.note, { size: 30, width: 600, leading: 1.4, fill: COLOURS.muted }),
  );
}
