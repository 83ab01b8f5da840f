import { darkMode } from '../../../../publishers/wechat/dark-mode';
import { STYLES } from '../../../../publishers/wechat/theme';
import { THEMES } from '../../../../publishers/wechat/settings';

const NUMBER = /[\d.]+/g;
const numbers = (text: string): readonly number[] => (text.match(NUMBER) ?? []).map(Number);

/** Of the first element that changes. */
const rule = (html: string): string => darkMode(html).rules[0] ?? '';

/** As WeChat's own script answers, version 1.2.1 of https://github.com/wechatjs/mp-darkmode, in Chromium. */
test.each([
  ['dark text becomes light', 'color:#1C2A33', 'color:rgba(148,168,180,1)!important'],
  ['grey text that can still be read stays, however faint', 'color:#55646E', 'color:rgba(85,100,110,1)!important'],
  ['a colour keeps its hue', 'color:#14527A', 'color:rgba(89,174,228,1)!important'],
  [
    'white on a colour stays',
    'background:#14527A;color:#FFFFFF',
    'background:rgba(20,82,122,1)!important;color:rgba(255,255,255,1)!important',
  ],
  [
    'a light opaque ground stays light',
    'background:#E6EFF5;color:#1C2A33',
    'background:rgba(184,192,196,1)!important;color:rgba(28,42,51,1)!important',
  ],
  [
    'a hairline keeps its opacity',
    'border-bottom:1px solid rgba(28,42,51,.15)',
    'border-bottom:1px solid rgba(148,168,180,0.15)!important',
  ],
  ['a bright line is dimmed', 'border-top:1px solid #E3DFD5', 'border-top:1px solid rgba(166,163,156,1)!important'],
])('%s', (_what, style, expected) => {
  const made = rule(`<p style="${style}">x</p>`);
  expect(made.replace(NUMBER, '#')).toBe(expected.replace(NUMBER, '#'));
  // Its arithmetic rounds at other places than ours.
  numbers(expected).forEach((value, index) =>
    expect(Math.abs((numbers(made)[index] ?? NaN) - value)).toBeLessThanOrEqual(1),
  );
});

test('text on a ground is judged against that ground, also where it inherits its colour', () => {
  const { html, rules } = darkMode('<section style="color:#1C2A33"><p style="background:#E6EFF5">x</p></section>');
  expect(html).toBe(
    '<section data-dark="0" style="color:#1C2A33"><p data-dark="1" style="background:#E6EFF5">x</p></section>',
  );
  expect(rules[1]).toBe('background:rgba(184,192,196,1)!important;color:rgba(28,42,51,1)!important');
});

test('what looks alike and stands alike has one rule', () => {
  const row = '<p style="color:#1C2A33">x</p>';
  expect(darkMode(row + row).rules).toHaveLength(1);
  expect(darkMode('<p>x<br></p>')).toEqual({ html: '<p>x<br></p>', rules: [] });
});

const luminance = ([r = 0, g = 0, b = 0]: readonly number[]): number => {
  const part = (value: number): number => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
};
const contrast = (one: readonly number[], other: readonly number[]): number => {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

test.each(THEMES)('every text colour of the theme %s can be read on the dark page', (theme) => {
  const faint = Object.entries(STYLES[theme])
    .filter(
      ([, style]) => /(?:^|;)color:#/.test(style) && !style.includes('background:#') && !style.includes('color:#FFF'),
    )
    .map(([part, style]) => {
      const dark = numbers(/(?:^|;)color:rgba\(([^)]*)\)/.exec(rule(`<p style="${style}">x</p>`))?.[1] ?? '');
      return { part, ratio: contrast(dark, [25, 25, 25]) };
    })
    // Bullets, numbers and boxes are large or bold: 3 is enough for them.
    .filter(({ part, ratio }) => ratio < (['list', 'box'].includes(part) ? 3 : 4.5));
  expect(faint).toEqual([]);
});
