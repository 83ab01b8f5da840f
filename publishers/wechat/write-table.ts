import type { Alignment } from '../article/blocks';
import type { Styles } from './theme';

/** A phone has room for as many columns; more scroll in a box of their own. */
const FITTING = 4;
/** Width of a column that scrolls, CSS pixels. */
const COLUMN = 92;
/** Widest text that is kept on one line, in Chinese characters. */
const SHORT = 4.5;
/** Width of a letter or digit, in Chinese characters. */
const LATIN = 0.55;
const TAG = /<[^>]*>/g;

/** A table with hairlines, readable at 360 pixels. */
export function writeTable(
  style: Styles,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  align: readonly Alignment[],
): string {
  const wide = header.length > FITTING;
  const head = header.map((text, column) => cell('th', style.cell, text, align[column])).join('');
  const body = rows
    .map(
      (row) =>
        `<tr style="${style.bodyRow}">${row.map((text, column) => cell('td', style.cell, text, align[column])).join('')}</tr>`,
    )
    .join('');
  const table = `<table style="${style.table}${wide ? `;min-width:${header.length * COLUMN}px` : ''}"><thead><tr style="${style.headRow}">${head}</tr></thead><tbody style="${style.rows}">${body}</tbody></table>`;
  const hint = wide ? `<p style="${style.slide}">左右滑动看全表</p>` : '';
  return `<section style="${style.tableBox}">${table}</section>${hint}`;
}

function cell(tag: 'th' | 'td', look: string, text: string, side: Alignment = null): string {
  // Heads are centred where nothing is said; other cells have the table's side.
  const aligned = side ?? (tag === 'th' ? 'left' : null);
  // A figure torn from its unit is hard to read: 420 / 元.
  const whole = isShort(text) ? ';white-space:nowrap' : '';
  return `<${tag} style="${look}${aligned === null ? '' : `;text-align:${aligned}`}${whole}">${text}</${tag}>`;
}

function isShort(html: string): boolean {
  const text = html.includes('<') ? html.replace(TAG, '') : html;
  if (text.length < 2 || text.length > SHORT / LATIN) return false;
  let width = 0;
  for (const character of text) width += character < '\u0300' ? LATIN : 1;
  return width <= SHORT;
}
