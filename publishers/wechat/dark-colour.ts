/**
 * What the app's dark mode makes of one colour, as its published source describes it; for previews only, so the last
 * digit may differ. Light grounds become dark, text becomes as light as it needs to be, and what can be read stays.
 * @see https://github.com/wechatjs/mp-darkmode
 */

/** Red, green, blue from 0 to 255, opacity from 0 to 1. */
export interface Colour {
  readonly r: number;
  readonly g: number;
  readonly b: number;
  readonly a: number;
}

/** Ground and text of a page in dark mode. */
export const DARK_PAGE: Colour = { r: 25, g: 25, b: 25, a: 1 };
export const DARK_TEXT: Colour = { r: 163, g: 163, b: 163, a: 1 };

/** Brightnesses as people perceive them, 0 to 255. */
const WHITE_LIKE = 250;
const BRIGHTEST_GROUND = 190;
const BRIGHT_GROUND = 100;
const LEAST_DIFFERENCE = 65;
const LARGEST_DIFFERENCE = 138;
/** Lightnesses in per cent. */
const LIGHT_GREY = 40;
const DARKEST_GROUND = 22;

const brightness = ({ r, g, b }: Colour): number => (r * 299 + g * 587 + b * 114) / 1000;

/** A colour laid over a ground. */
export const over = (ground: Colour, { r, g, b, a }: Colour): Colour => ({
  r: ground.r + (r - ground.r) * a,
  g: ground.g + (g - ground.g) * a,
  b: ground.b + (b - ground.b) * a,
  a: 1,
});

/** Opacity is left as it is. */
export function darkGround(colour: Colour): Colour {
  const [hue, saturation, lightness] = hsl(colour);
  const { a } = colour;
  if ((saturation === 0 && lightness > LIGHT_GREY) || brightness(colour) > WHITE_LIKE) {
    return { ...fromHsl(0, 0, Math.min(100, 100 + hsl(DARK_PAGE)[2] - lightness)), a };
  }
  if (brightness(colour) > BRIGHTEST_GROUND) return { ...withBrightness(colour, BRIGHTEST_GROUND), a };
  return lightness < DARKEST_GROUND ? { ...fromHsl(hue, saturation, DARKEST_GROUND), a } : colour;
}

/** Of text and of lines. Opacity is left as it is. */
export const darkText = (colour: Colour, ground: Colour): Colour => ({ ...readable(colour, ground), a: colour.a });

function readable(text: Colour, ground: Colour): Colour {
  const below = brightness(ground);
  const difference = Math.abs(below - brightness(text));
  if (brightness(text) >= WHITE_LIKE) return text;
  if (difference > LARGEST_DIFFERENCE && below <= brightness(DARK_PAGE) + 2) {
    return withBrightness(text, LARGEST_DIFFERENCE + below);
  }
  if (difference >= LEAST_DIFFERENCE) return text;
  const [hue, saturation, lightness] = hsl(text);
  const turned = (): Colour => readable(fromHsl(hue, saturation, 90 - lightness), ground);
  if (below >= BRIGHT_GROUND) {
    if (lightness > 90 - LIGHT_GREY) return turned();
    return withBrightness(text, Math.min(LARGEST_DIFFERENCE, below - LEAST_DIFFERENCE));
  }
  if (lightness <= LIGHT_GREY) return turned();
  return withBrightness(text, Math.min(LARGEST_DIFFERENCE, below + LEAST_DIFFERENCE));
}

function withBrightness(colour: Colour, target: number): Colour {
  const ratio = target / Math.max(1, brightness(colour));
  const scaled = (value: number): number => Math.min(255, value * ratio);
  return { r: scaled(colour.r), g: scaled(colour.g), b: scaled(colour.b), a: 1 };
}

/** Degrees, per cent, per cent. */
function hsl({ r, g, b }: Colour): readonly [hue: number, saturation: number, lightness: number] {
  const [red, green, blue] = [r / 255, g / 255, b / 255];
  const most = Math.max(red, green, blue);
  const spread = most - Math.min(red, green, blue);
  const lightness = most - spread / 2;
  if (spread === 0) return [0, 0, lightness * 100];
  const sixth =
    most === red ? (green - blue) / spread : most === green ? (blue - red) / spread + 2 : (red - green) / spread + 4;
  return [(sixth * 60 + 360) % 360, (spread / (1 - Math.abs(2 * lightness - 1))) * 100, lightness * 100];
}

function fromHsl(hue: number, saturation: number, lightness: number): Colour {
  const light = lightness / 100;
  const amplitude = (saturation / 100) * Math.min(light, 1 - light);
  const channel = (offset: number): number => {
    const place = (offset + hue / 30) % 12;
    return 255 * (light - amplitude * Math.max(-1, Math.min(place - 3, 9 - place, 1)));
  };
  return { r: channel(0), g: channel(8), b: channel(4), a: 1 };
}
