import type { Alignment } from '../article/blocks';
import type { Styles } from './theme';

/** A phone has room for as many columns; more scroll in a box of their own. */
const FITTING = 4;
/** Width of a column that scrolls, CSS pixels. */
const COLUMN = 92;
/** Widest text that is kept on one line, in Chinese characters; the second where there are three columns or fewer. */
const SHORT = 4.5;
const SHORT_AMONG_FEW = 6;
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
  const short = header.length < FITTING ? SHORT_AMONG_FEW : SHORT;
  const write = (tag: 'th' | 'td', text: string, column: number): string => {
    // Heads are centred where nothing is said; other cells have the table's side.
    const side = align[column] ?? (tag === 'th' ? 'left' : null);
    // A figure torn from its unit is hard to read: 420 / 元.
    const whole = isShort(text, short) ? ';white-space:nowrap' : '';
    return `<${tag} style="${style.cell}${side === null ? '' : `;text-align:${side}`}${whole}">${text}</${tag}>`;
  };
  const head = header.map((text, column) => write('th', text, column)).join('');
  const body = rows
    .map((row) => row.map((text, column) => write('td', text, column)).join(''))
    .map((cells) => `<tr style="${style.bodyRow}">${cells}</tr>`)
    .join('');
  const table = `<table style="${style.table}${wide ? `;min-width:${header.length * COLUMN}px` : ''}"><thead><tr style="${style.headRow}">${head}</tr></thead><tbody style="${style.rows}">${body}</tbody></table>`;
  if (!wide) return `<section style="${style.tableBox}">${table}</section>`;
  return `<section style="${style.wideBox}">${table}</section><p style="${style.slide}">左右滑动看全表</p>`;
}

function isShort(html: string, limit: number): boolean {
  const text = html.includes('<') ? html.replace(TAG, '') : html;
  if (text.length < 2 || text.length > limit / LATIN) return false;
  let width = 0;
  for (const character of text) width += character < '\u0300' ? LATIN : 1;
  return width <= limit;
}
