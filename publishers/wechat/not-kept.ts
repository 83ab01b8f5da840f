import { KEPT_LINK, KEPT_PICTURE, KEPT_STYLES, KEPT_TAGS, KEPT_VALUE } from './kept';

const TAG = /<(\/?)([^\s<>"'/]+)((?:"[^"]*"|[^">])*)>/g;
const ATTRIBUTE = /\s([^\s="]+)(?:="([^"]*)")?/g;

/**
 * The first thing in an article that WeChat would drop without a word, as a short description; null where it would keep
 * all of it. Nothing that we write is ever found: this is the last look before readers miss something.
 */
export function notKept(html: string): string | null {
  const seen = new Set<string>();
  for (const [, slash = '', tag = '', attributes = ''] of html.matchAll(TAG)) {
    const kept = KEPT_TAGS[tag];
    if (!kept) return `<${tag}>`;
    // Most elements look like one before them.
    if (slash !== '' || seen.has(tag + attributes)) continue;
    seen.add(tag + attributes);
    for (const [, name = '', value = ''] of attributes.matchAll(ATTRIBUTE)) {
      if (!kept.includes(name)) return `${tag} ${name}`;
      if (!isKept(name, value)) return `${tag} ${name}=${value.slice(0, 60)}`;
    }
  }
  return null;
}

function isKept(name: string, value: string): boolean {
  if (name === 'href') return KEPT_LINK.test(value);
  if (name === 'src') return KEPT_PICTURE.test(value);
  if (name !== 'style') return true;
  return value.split(';').every((declaration) => {
    const [property = '', given = ''] = declaration.split(':');
    return KEPT_STYLES.has(property) && KEPT_VALUE.test(given);
  });
}
