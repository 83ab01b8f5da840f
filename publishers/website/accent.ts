/** The papers of the design on which the accent stands: page and card, see `public/css/tokens.css`. */
const LIGHT = ['#fbfaf6', '#ffffff'] as const;
const DARK = ['#10181d', '#18232a'] as const;
/** WCAG 2.2, 1.4.3: text of any size. */
const ENOUGH = 4.5;
/** How much of the accent is in the soft colour behind the answer and whatever is chosen. */
const SOFT = { light: 0.1, dark: 0.18 } as const;

export interface Accent {
  readonly light: string;
  readonly dark: string;
  readonly softLight: string;
  readonly softDark: string;
}

type Rgb = readonly [number, number, number];

/**
 * The shades of one colour that a site chooses. On dark paper it is made lighter until it can be read there.
 *
 * @param hex `#14527a`
 * @returns null where the colour itself cannot be read on light paper: nothing but the choice of another one helps
 */
export function accentOf(hex: string): Accent | null {
  const chosen = rgbOf(hex);
  const soft = mix(rgbOf(LIGHT[0]), chosen, SOFT.light);
  if (!readable(chosen, [...LIGHT.map(rgbOf), soft])) return null;
  for (let share = 0; share <= 1; share += 0.02) {
    const dark = mix(chosen, [255, 255, 255], share);
    const softDark = mix(rgbOf(DARK[0]), dark, SOFT.dark);
    if (readable(dark, [...DARK.map(rgbOf), softDark])) {
      return { light: hexOf(chosen), dark: hexOf(dark), softLight: hexOf(soft), softDark: hexOf(softDark) };
    }
  }
  return null;
}

const readable = (colour: Rgb, papers: readonly Rgb[]): boolean =>
  papers.every((paper) => contrast(colour, paper) >= ENOUGH);

/** WCAG 2.2, contrast ratio: 1 to 21. */
function contrast(one: Rgb, other: Rgb): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number]; // `map` forgets how many there are.
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const mix = (from: Rgb, to: Rgb, share: number): Rgb => [
  Math.round(from[0] + (to[0] - from[0]) * share),
  Math.round(from[1] + (to[1] - from[1]) * share),
  Math.round(from[2] + (to[2] - from[2]) * share),
];

const rgbOf = (hex: string): Rgb => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
];

const hexOf = (colour: Rgb): string => `#${colour.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
