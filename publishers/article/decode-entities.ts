/** The names that editors and word processors write; any other name stays as it was typed. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  copy: '©',
  reg: '®',
  trade: '™',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  middot: '·',
  bull: '•',
  times: '×',
  divide: '÷',
  plusmn: '±',
  le: '≤',
  ge: '≥',
  ne: '≠',
  deg: '°',
  permil: '‰',
  yen: '¥',
  euro: '€',
  sect: '§',
  para: '¶',
  larr: '←',
  uarr: '↑',
  rarr: '→',
  darr: '↓',
  sup2: '²',
  sup3: '³',
  frac12: '½',
};

/** Character references of Markdown text as the characters they stand for. */
export const decodeEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]\w{1,9}));/g, (whole, decimal, hex, name) => {
        if (typeof name === 'string') return NAMED[name] ?? whole;
        return fromCodePoint(typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal));
      })
    : text;

/** CommonMark: what is no character becomes U+FFFD; control characters too, since no page may hold them. */
function fromCodePoint(code: number): string {
  const control = code < 0x20 ? code !== 0x09 && code !== 0x0a : code >= 0x7f && code <= 0x9f;
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  return control || surrogate || code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
}
