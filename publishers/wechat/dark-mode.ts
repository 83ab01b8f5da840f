import { DARK_PAGE, DARK_TEXT, darkGround, darkText, over, type Colour } from './dark-colour';

const TAG = /<(\/?)([a-z][\w-]*)((?:"[^"]*"|[^">])*)>/gi;
const STYLE = /\sstyle="([^"]*)"/i;
const COLOUR = /#[0-9a-f]{6}\b|#[0-9a-f]{3}\b|rgba?\([^)]*\)|\b(?:white|black)\b/i;
const VOID = new Set(['img', 'br', 'hr', 'col', 'image', 'path', 'ellipse', 'circle', 'rect', 'line']);
/** Fainter grounds count as none. */
const VISIBLE = 0.05;

interface Place {
  /** What the text stands on in dark mode. */
  readonly ground: Colour;
  /** The text's colour in light mode; null where the page's own. */
  readonly text: Colour | null;
}

export interface DarkMode {
  /** The article with a number on each element that changes. */
  readonly html: string;
  /** Declarations of the element with this number. */
  readonly rules: readonly string[];
}

/** The attribute that carries the number. */
export const DARK_ATTRIBUTE = 'data-dark';

/** What the app's dark mode makes of an article, as rules that stand beside it, so that one text shows both. */
export function darkMode(html: string): DarkMode {
  const rules: string[] = [];
  const known = new Map<string, { readonly number: number; readonly place: Place }>();
  const open: Place[] = [{ ground: DARK_PAGE, text: null }];
  const marked = html.replace(TAG, (whole: string, slash: string, name: string, attributes: string) => {
    const isVoid = VOID.has(name.toLowerCase()) || attributes.endsWith('/');
    const place = open.at(-1) ?? { ground: DARK_PAGE, text: null };
    if (slash !== '') {
      if (!isVoid && open.length > 1) open.pop();
      return whole;
    }
    const style = STYLE.exec(attributes)?.[1] ?? '';
    const key = `${style}|${JSON.stringify(place)}`;
    let found = known.get(key);
    if (!found) {
      const changed = change(style, place);
      found = { number: changed.rule === '' ? -1 : rules.push(changed.rule) - 1, place: changed.place };
      known.set(key, found);
    }
    if (!isVoid) open.push(found.place);
    return found.number < 0 ? whole : `<${name} ${DARK_ATTRIBUTE}="${found.number}"${attributes}>`;
  });
  return { html: marked, rules };
}

function change(style: string, place: Place): { readonly rule: string; readonly place: Place } {
  const declarations = style.split(';').map((text) => {
    const [property = '', ...value] = text.split(':');
    return { property: property.trim().toLowerCase(), value: value.join(':').trim() };
  });
  const rule: string[] = [];
  let { ground, text } = place;
  const own = colourOf(declarations.find(({ property }) => property === 'color')?.value);
  for (const { property, value } of declarations) {
    const colour = colourOf(value);
    if (!colour) continue;
    if (property === 'background' || property === 'background-color') {
      if (colour.a < VISIBLE) continue;
      const dark = darkGround(colour);
      ground = over(ground, dark);
      rule.push(`background:${written(dark)}!important`);
    } else if (property.startsWith('border')) {
      rule.push(`${property}:${value.replace(COLOUR, written(darkText(colour, DARK_PAGE)))}!important`);
    }
  }
  text = own ?? text;
  if (own || ground !== place.ground) {
    rule.push(`color:${written(text ? darkText(text, ground) : DARK_TEXT)}!important`);
  }
  return { rule: rule.join(';'), place: { ground, text } };
}

function colourOf(value: string | undefined): Colour | null {
  const [text] = COLOUR.exec(value ?? '') ?? [];
  if (text === undefined) return null;
  if (/^[wb]/i.test(text)) return /^w/i.test(text) ? { r: 255, g: 255, b: 255, a: 1 } : { r: 0, g: 0, b: 0, a: 1 };
  if (text.startsWith('#')) {
    const digits = text.length === 4 ? text.replace(/[0-9a-f]/gi, '$&$&') : text;
    const channel = (from: number): number => Number.parseInt(digits.slice(from, from + 2), 16);
    return { r: channel(1), g: channel(3), b: channel(5), a: 1 };
  }
  const [r = 0, g = 0, b = 0, a = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
  return { r, g, b, a };
}

const written = ({ r, g, b, a }: Colour): string =>
  `rgba(${[r, g, b].map(Math.round).join(',')},${Math.round(a * 1000) / 1000})`;
