import { decodeHTMLStrict } from 'entities';

/** Character references of Markdown text as the characters they stand for, by all names that HTML knows. */
export const decodeEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|[a-zA-Z]\w{1,31});/g, (whole, decimal, hex) => {
        if (typeof hex === 'string') return fromCodePoint(Number.parseInt(hex, 16));
        // A name that HTML does not know stays as it was typed.
        return typeof decimal === 'string' ? fromCodePoint(Number(decimal)) : decodeHTMLStrict(whole);
      })
    : text;

/** CommonMark: what is no character becomes U+FFFD; control characters too, since no page may hold them. */
function fromCodePoint(code: number): string {
  const control = code < 0x20 ? code !== 0x09 && code !== 0x0a : code >= 0x7f && code <= 0x9f;
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  return control || surrogate || code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
}
