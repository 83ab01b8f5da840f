/** Longest text that is kept of a question, characters. */
const MAX_LENGTH = 200;

const FULL_WIDTH = /[０-９]/gu;
const ADDRESS = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
/** Seven digits and more, in one piece or with single spaces and dashes between: telephone, identity card, bank card. */
const NUMBER = /\d(?:[ \-－—]?\d){6,}[Xx]?/gu;
const NUMBER_IN_WORDS = /[〇零一二三四五六七八九幺]{7,}/gu;

/** A text without control characters and without what would tell who wrote it, as far as that can be seen in it. */
export function maskText(text: string): string {
  const masked = text
    .replace(FULL_WIDTH, (digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) - 0xfee0))
    .replace(/\p{C}+/gu, ' ')
    .replace(ADDRESS, '［邮箱］')
    .replace(NUMBER, '［号码］')
    .replace(NUMBER_IN_WORDS, '［号码］')
    .replace(/\s+/gu, ' ')
    .trim();
  return Array.from(masked).slice(0, MAX_LENGTH).join('');
}
