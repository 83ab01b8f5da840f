/**
 * CommonMark with GFM tables, strikethrough, task lists and bare addresses, corrected in two places where the rules
 * were made for texts with spaces between words:
 * - `**重点：**内容` is bold: Chinese punctuation does not keep stars from opening or closing;
 * - a bare address ends where Chinese begins: in `见https://www.gov.cn/。` the full stop is no part of it.
 */
import { Lexer, Tokenizer, getDefaults } from 'marked';
import type { MarkedToken, Tokens } from 'marked';

const CHINESE_PUNCTUATION = '\\u00b7\\u2014\\u2018\\u2019\\u201c\\u201d\\u2026\\u3000-\\u303f\\uff00-\\uffef';
const NOT_ASCII = /[^\u0021-\u007e]/;

/** The library's two classes, "punctuation" and "no punctuation", with the Chinese signs moved from one to the other. */
const asLetters = (rule: RegExp): RegExp =>
  new RegExp(
    rule.source
      .replaceAll('[^\\s\\p{P}\\p{S}]', `(?:[^\\s\\p{P}\\p{S}]|[${CHINESE_PUNCTUATION}])`)
      .replace(/\[(?:\\s)?\\p\{P\}\\p\{S\}\]/g, (set) => `(?![${CHINESE_PUNCTUATION}])${set}`),
    rule.flags,
  );

const GFM = Lexer.rules.inline.gfm;
const GFM_STARS = {
  ...GFM,
  punctuation: asLetters(GFM.punctuation),
  emStrongLDelim: asLetters(GFM.emStrongLDelim),
  emStrongRDelimAst: asLetters(GFM.emStrongRDelimAst),
};

class ChineseTokenizer extends Tokenizer {
  override emStrong(src: string, maskedSrc: string, prevChar?: string): Tokens.Em | Tokens.Strong | undefined {
    const delimiter = src.charAt(0);
    if (delimiter !== '*' && delimiter !== '_') return undefined;
    // Underscores keep the library's rules: inside a word they are letters, and punctuation must end that word.
    this.rules.inline = delimiter === '*' ? GFM_STARS : GFM;
    const token = super.emStrong(src, maskedSrc, prevChar);
    this.rules.inline = GFM;
    return token;
  }

  override url(src: string): Tokens.Link | undefined {
    const end = src.search(NOT_ASCII);
    if (end === 0) return undefined;
    return super.url(end === -1 ? src : src.slice(0, end));
  }
}

// Made once for the life of the process: setting up costs more than reading a page.
const OPTIONS = { ...getDefaults(), gfm: true, tokenizer: new ChineseTokenizer() };

/** @throws RangeError when the nesting is too deep for the stack; the caller falls back to plain text */
export const parseMarkdown = (source: string): readonly MarkedToken[] =>
  // The generic token exists only for extensions, and none is registered.
  new Lexer(OPTIONS).lex(source) as MarkedToken[];
