/**
 * What is left of article HTML once the platform has stored it. Silent, as there: nothing is reported, it is just gone.
 * Sources: https://developers.weixin.qq.com/doc/subscription/api/draftbox/draftmanage/api_draft_add.html (scripts and
 * foreign pictures); the rest is how published articles look (ids, classes, positions, embedded media).
 */
const DROPPED_WITH_CONTENT =
  'script|style|iframe|video|audio|form|object|embed|noscript|template|head|title|defs|foreignobject|select|textarea|button|canvas';
const DROPPED_ELEMENTS = new RegExp(
  `<(${DROPPED_WITH_CONTENT})\\b(?:"[^"]*"|'[^']*'|[^'">])*?(?:/>|>[\\s\\S]*?(?:</\\1\\s*>|$))`,
  'gi',
);
const COMMENTS = /<!--[\s\S]*?(?:-->|$)|<![^>]*>|<\?[^>]*>/g;
const TAG = /<(\/?)([a-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>|</gi;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

const TEXT_TAGS =
  'section p div span strong em b i u s del sub sup br hr h1 h2 h3 h4 h5 h6 blockquote figure figcaption pre code ul ol li ' +
  'table caption colgroup col thead tbody tfoot tr td th img a ruby rt rp mp-miniprogram mp-common-profile';
const SVG_TAGS =
  'svg g path rect circle ellipse line polyline polygon text tspan image animate animatetransform animatemotion set';
const KEPT_TAGS = new Set(`${TEXT_TAGS} ${SVG_TAGS}`.split(' '));
const IS_SVG = new Set(SVG_TAGS.split(' '));

const KEPT_ATTRIBUTES = new Set(
  'style src href alt title width height align valign colspan rowspan start type lang dir border cellpadding cellspacing'.split(
    ' ',
  ),
);
const NEVER_ATTRIBUTES = /^(?:on|id$|class$|name$|xlink:|xmlns:|srcset$|srcdoc$|formaction$|action$)/i;
/** Pictures on the platform's own host; anything else is filtered. */
const OWN_PICTURE = /^https?:\/\/mmbiz\.(?:qpic|qlogo)\.cn\//i;
/** Links to published articles; ordinary accounts cannot link anywhere else. */
const OWN_LINK = /^https?:\/\/mp\.weixin\.qq\.com\/s[/?]/i;

export function sanitise(html: string): string {
  let rest = html.replace(COMMENTS, '');
  // Nested or overlapping elements leave new ones behind, so this runs until nothing more is found.
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest.replace(DROPPED_ELEMENTS, '');
  }
  return rest.replace(TAG, (_whole, slash: string, name: string | undefined, attributes: string) => {
    if (name === undefined) return '&lt;'; // a lone "<" is text
    return cleanTag(slash, name.toLowerCase(), attributes);
  });
}

function cleanTag(slash: string, name: string, attributes: string): string {
  if (!KEPT_TAGS.has(name)) return '';
  if (slash !== '') return `</${name}>`;
  const kept = [...attributes.matchAll(ATTRIBUTE)]
    .map((match) => cleanAttribute(name, match[1] ?? '', match[2] ?? match[3] ?? match[4] ?? ''))
    .filter((text) => text !== '');
  const isPicture = name === 'img' || name === 'image';
  if (isPicture && !kept.some((text) => /^(?:src|href|data-src)="/.test(text))) return '';
  const closing = attributes.trimEnd().endsWith('/') ? ' /' : '';
  return `<${[name, ...kept].join(' ')}${closing}>`;
}

function cleanAttribute(tag: string, original: string, value: string): string {
  const name = original.toLowerCase();
  if (NEVER_ATTRIBUTES.test(name)) return '';
  const known = KEPT_ATTRIBUTES.has(name) || name.startsWith('data-') || IS_SVG.has(tag);
  if (!known) return '';
  if (name === 'src' || name === 'data-src') return OWN_PICTURE.test(value) ? attribute(original, value) : '';
  if (name === 'href') return keepsLink(tag, value) ? attribute(original, value) : '';
  if (name === 'style') return attribute(name, cleanStyle(value));
  return attribute(IS_SVG.has(tag) ? original : name, value);
}

const keepsLink = (tag: string, value: string): boolean => (tag === 'a' ? OWN_LINK : OWN_PICTURE).test(value);

const attribute = (name: string, value: string): string =>
  value === '' && name === 'style' ? '' : `${name}="${value.replace(/"/g, '&quot;')}"`;

/** Positions, variables and foreign backgrounds do not survive. */
function cleanStyle(style: string): string {
  const decoded = style.replace(/&quot;/gi, "'").replace(/\/\*[\s\S]*?\*\//g, '');
  return decoded
    .split(/;(?![^(]*\))/)
    .map((declaration) => declaration.trim())
    .filter((declaration) => declaration !== '' && survives(declaration))
    .join('; ');
}

function survives(declaration: string): boolean {
  const [property = '', ...rest] = declaration.split(':');
  const value = rest.join(':').trim();
  if (/^(?:position|behavior|-moz-binding|content|animation.*)$/i.test(property.trim())) return false;
  if (property.trim().startsWith('--') || /var\(|expression\(|javascript:|@import/i.test(value)) return false;
  const address = /url\(\s*['"]?([^'")]*)/i.exec(value)?.[1];
  return address === undefined || OWN_PICTURE.test(address);
}

/** The first 54 characters of the visible text: what the platform takes when no digest is given. */
export const digestOf = (html: string): string => Array.from(plainText(html)).slice(0, 54).join('');

export const plainText = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
