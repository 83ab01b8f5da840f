/** Small pieces of SVG. All lengths are pixels of the picture; `y` of a text is its baseline. */

export const COLOURS = {
  paper: '#FBFAF6',
  surface: '#FFFFFF',
  ink: '#1C2A33',
  muted: '#55646E',
  rule: '#E3DFD5',
  accent: '#14527A',
  soft: '#E6EFF5',
  seal: '#B3261E',
  jade: '#1F6B4F',
  jadeSoft: '#E4F0EA',
  amber: '#8A5A00',
  amberSoft: '#F6EEDC',
};

const SANS = 'Noto Sans CJK SC';
const SERIF = 'Noto Serif CJK SC';

const escape = (value) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const emOf = (char) => {
  if (char === ' ') return 0.25;
  // Quotation marks and dashes sit before the Chinese block, but these fonts draw them full width.
  return char.codePointAt(0) < 0x2010 ? 0.57 : 1;
};

/** Width in em: a Chinese character is 1, a Latin letter or digit a little more than a half. */
export const widthOf = (value) => [...value].reduce((sum, char) => sum + emOf(char), 0);

export function text(x, y, value, options = {}) {
  const { size = 36, fill = COLOURS.ink, weight = 400, serif = false, anchor = 'start' } = options;
  const family = serif ? SERIF : SANS;
  return `<text x="${x}" y="${y}" font-family="${family}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}">${escape(value)}</text>`;
}

const NEVER_FIRST = '，。、；：？）”》%';

/** Breaks a text into lines of at most `ems`; a closing mark stays with the line before it. */
export function wrap(value, ems) {
  const lines = [''];
  for (const part of value.match(/[0-9A-Za-z.%+]+|./gu) ?? []) {
    const current = lines[lines.length - 1];
    if (widthOf(current + part) > ems && !NEVER_FIRST.includes(part)) lines.push(part.trimStart());
    else lines[lines.length - 1] = current + part;
  }
  return lines;
}

/** A text over several lines. `width` in pixels. */
export function paragraph(x, y, value, options = {}) {
  const { size = 34, leading = 1.6, width = 900 } = options;
  return wrap(value, width / size)
    .map((line, index) => text(x, y + index * size * leading, line, { ...options, size }))
    .join('');
}

/** Widths in em of the bold serif, so that a unit stands close behind its number. */
const NUMERAL_EMS = { '.': 0.3, '%': 0.97, '+': 0.6 };
const numeralWidth = (value) => [...value].reduce((sum, char) => sum + (NUMERAL_EMS[char] ?? 0.592), 0);

/** A large number with its unit set small behind it. */
export function numeral(x, y, value, unit, options = {}) {
  const { size = 140, fill = COLOURS.accent, unitSize = size * 0.32 } = options;
  const unitX = x + numeralWidth(value) * size + size * 0.1;
  return (
    text(x, y, value, { size, fill, weight: 700, serif: true }) +
    text(unitX, y, unit, { size: unitSize, fill: COLOURS.ink, weight: 700 })
  );
}

export function box(x, y, width, height, options = {}) {
  const { fill = COLOURS.surface, stroke = 'none', radius = 12, strokeWidth = 2 } = options;
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}" stroke="${stroke}" stroke-width="${strokeWidth}"/>`;
}

export function rule(x1, y1, x2, y2, options = {}) {
  const { stroke = COLOURS.rule, width = 2, dash = '' } = options;
  return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-dasharray="${dash}"/>`;
}

export function dot(x, y, radius, fill = COLOURS.accent, label = '') {
  const mark = label
    ? text(x, y + radius * 0.36, label, { size: radius, fill: '#FFFFFF', weight: 700, anchor: 'middle' })
    : '';
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}"/>${mark}`;
}

export function arrow(x1, y, x2, stroke = COLOURS.accent, width = 6) {
  return `<path d="M${x1} ${y}H${x2}M${x2 - 20} ${y - 18}L${x2} ${y}L${x2 - 20} ${y + 18}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
}

export function picture(width, height, content) {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${box(0, 0, width, height, { fill: COLOURS.paper, radius: 0 })}${content}</svg>`;
}
