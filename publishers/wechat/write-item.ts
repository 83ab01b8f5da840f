import type { ItemPlace } from '../article/write-blocks';
import type { Styles } from './theme';

/** What would take over the indent of its surroundings and look wrong. */
const HOLDS_BLOCKS = /<(?:p|h3|table|blockquote|hr|img) /;

/** Half as wide as a character, as a dash is: both together make the indent of a nested line. */
const EN_SPACE = '\u2002';

/**
 * An item of the outer list is one of the platform's own, with its bullet or number in the theme's colour. A list inside
 * an item would get a second bullet from the platform, so its items are sections with signs of ours.
 */
export function writeItem(style: Styles, inner: string, { level, ordered, number, checked }: ItemPlace): string {
  const box = checked === null ? '' : checked ? '☑' : '☐';
  if (level > 0) {
    const sign = box || (ordered ? `${number})` : '–');
    if (HOLDS_BLOCKS.test(inner)) return `<section style="${style.nested}">${sign} ${inner}</section>`;
    return `<section style="${style.nestedLine}">${sign}${EN_SPACE}${inner}</section>`;
  }
  if (box !== '') {
    return `<li style="${style.task}"><section style="${style.itemBody}"><span style="${style.box}">${box}</span>${inner}</section></li>`;
  }
  return `<li style="${style.item}"><section style="${style.itemBody}">${inner}</section></li>`;
}
