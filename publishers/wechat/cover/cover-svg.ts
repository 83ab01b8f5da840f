/** The cover that we draw when staff give none: paper, the title in serif, the form's mark, the category's colour. */
import { escapeHtml } from '../../article/escape-html';
import { withoutControlCharacters } from '../../article/control-characters';
import { CATEGORY_TITLES, FORM_TITLES } from '../../content';
import type { Category } from '../../content';
import type { DrawnCover } from '../payload';
import { wrapTitle } from './wrap-title';

/**
 * Pixels. Left the wide cover (2.35 to 1), right of it the square that lists and shared cards show: both are told to
 * the platform as crops, so that neither cuts through a word.
 */
export const COVER = { wide: 900, square: 383, height: 383 } as const;

const SERIF = '"Source Han Serif SC","Noto Serif CJK SC","Songti SC",serif';
const SANS = '"Source Han Sans SC","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif';

const COLOURS: Readonly<Record<Category, string>> = {
  education: '#14527A',
  health: '#1F6B4F',
  transport: '#3F5675',
  employment: '#8A5A00',
  'social-security': '#5B4A7C',
  housing: '#8C4A2F',
  business: '#2F5D62',
};

/** Title sizes in pixels: the largest that needs no more than its number of lines. */
const SIZES = [
  { size: 68, lines: 2 },
  { size: 56, lines: 3 },
  { size: 48, lines: 4 },
] as const;

const MARGIN = 64;

export function coverSvg(cover: DrawnCover): string {
  const colour = COLOURS[cover.category];
  const width = COVER.wide + COVER.square;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${COVER.height}" viewBox="0 0 ${width} ${COVER.height}"><rect width="${width}" height="${COVER.height}" fill="#FBFAF6"/>${wide(cover, colour)}${square(cover, colour)}</svg>`;
}

function wide({ title, form, category, source }: DrawnCover, colour: string): string {
  const { size, lines } = titleLines(title, COVER.wide - 2 * MARGIN);
  const lineHeight = size * 1.32;
  const first = (COVER.height - 96) / 2 + 62 - ((lines.length - 1) * lineHeight) / 2;
  const spans = lines.map((line, index) =>
    text(line, MARGIN, first + index * lineHeight + size * 0.12, size, '#1C2A33', SERIF, 'bold'),
  );
  return `<rect width="${COVER.wide}" height="10" fill="${colour}"/>${text(`${CATEGORY_TITLES[category]} · ${FORM_TITLES[form]}解读`, MARGIN, 66, 26, colour, SANS)}${spans.join('')}${text(source, MARGIN, COVER.height - 34, 24, '#55646E', SANS)}`;
}

/** Only two characters, because it is seen at the size of a stamp. */
function square({ form, category }: DrawnCover, colour: string): string {
  const centre = COVER.wide + COVER.square / 2;
  const anchor = ' text-anchor="middle"';
  return `<rect x="${COVER.wide}" width="${COVER.square}" height="${COVER.height}" fill="${colour}"/>${text('解读', centre, 205, 120, '#FFFFFF', SERIF, 'bold', anchor)}${text(`${CATEGORY_TITLES[category]} · ${FORM_TITLES[form]}`, centre, 280, 36, '#FFFFFF', SANS, 'normal', anchor)}`;
}

function titleLines(title: string, width: number): { readonly size: number; readonly lines: readonly string[] } {
  const clean = withoutControlCharacters(title).replace(/\s+/g, ' ').trim();
  for (const { size, lines: most } of SIZES) {
    const lines = wrapTitle(clean, width / size, most + 1);
    if (lines.length <= most) return { size, lines };
  }
  return { size: 44, lines: wrapTitle(clean, width / 44, 4) };
}

const text = (
  words: string,
  x: number,
  y: number,
  size: number,
  colour: string,
  font: string,
  weight = 'normal',
  more = '',
): string =>
  `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${colour}" font-family='${font}'${more}>${escapeHtml(withoutControlCharacters(words))}</text>`;
