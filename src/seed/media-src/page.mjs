import { COLOURS, box, picture, rule, text } from './draw.mjs';

export const PAGE = { width: 1080, height: 1440, left: 84, right: 996, inner: 912 };

/**
 * One page of an infographic: head with category and page number, title, content, foot with the source.
 * @param set `{category, source, pages}`
 */
export function page(set, number, title, content) {
  const head =
    box(PAGE.left, 72, 12, 44, { fill: COLOURS.accent, radius: 0 }) +
    text(PAGE.left + 32, 106, set.category, { size: 34, fill: COLOURS.accent, weight: 700 }) +
    text(PAGE.right, 106, `一图读懂  ${number} / ${set.pages}`, { size: 30, fill: COLOURS.muted, anchor: 'end' }) +
    rule(PAGE.left, 148, PAGE.right, 148) +
    title
      .map((line, index) => text(PAGE.left, 262 + index * 100, line, { size: 76, weight: 700, serif: true }))
      .join('');
  const foot =
    rule(PAGE.left, 1352, PAGE.right, 1352) +
    text(PAGE.left, 1398, set.source, { size: 28, fill: COLOURS.muted }) +
    text(PAGE.right, 1398, '以原文为准', { size: 28, fill: COLOURS.muted, anchor: 'end' });
  return picture(PAGE.width, PAGE.height, head + content + foot);
}
