/**
 * Characters that nobody typed on purpose: controls, lone surrogates, code points that are no characters, and the marks that turn the reading direction
 * round and so make a text read differently from how it is stored.
 */
const UNWANTED = /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069]/u;
const ALL_UNWANTED = new RegExp(UNWANTED.source, 'gu');

export const hasControlCharacters = (text: string): boolean => UNWANTED.test(text);

export const withoutControlCharacters = (text: string): string =>
  UNWANTED.test(text) ? text.replace(ALL_UNWANTED, '') : text;

/** Also in disguise: `&#1;` is a control character by the time a browser shows it. */
export const withoutControlReferences = (markdown: string): string =>
  markdown.includes('&#')
    ? markdown.replace(/&#(?:(\d{1,7})|[xX]([0-9a-fA-F]{1,6}));/g, (whole, decimal: string | undefined, hex = '0') => {
        const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
        return code > 0x10ffff || hasControlCharacters(String.fromCodePoint(code)) ? '' : whole;
      })
    : markdown;
