/**
 * What may not be torn apart: a word or figure with its unit, an opening sign with what it opens, a sign with what it
 * follows.
 */
const UNIT = /[《“‘（「『]*(?:(?:[\u0021-\u007e]+[年月日号元万亿个岁]?)+|.)[，。：；、！？）》」』”’％…]*/gsu;

/** How much narrower a line may be tried at a time, in em. */
const STEP = 0.5;

/**
 * Breaks a title into lines of nearly the same width, without tearing figures from their units. What does not fit
 * into `most` lines ends with an ellipsis.
 * @param width in em; one for a Chinese character, a little more than half for a Latin one
 */
export function wrapTitle(title: string, width: number, most: number): readonly string[] {
  const units = title.match(UNIT) ?? [];
  let lines = fill(units, width);
  if (lines.length > most) return [...lines.slice(0, most - 1), `${lines[most - 1] ?? ''}…`];
  for (let narrower = width - STEP; narrower > width / 2; narrower -= STEP) {
    const tried = fill(units, narrower);
    if (tried.length > lines.length) break;
    lines = tried;
  }
  return lines;
}

function fill(units: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const unit of units) {
    if (line !== '' && widthOf(line + unit.trimEnd()) > width) {
      lines.push(line.trim());
      line = '';
    }
    line += unit;
  }
  return line.trim() === '' ? lines : [...lines, line.trim()];
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += character.charCodeAt(0) < 0x2e80 ? 0.56 : 1;
  return width;
}
