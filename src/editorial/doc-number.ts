/** A policy's number in its three parts: 国办发〔2025〕27号 is 国办发, 2025, 27. */
export interface DocNumber {
  /** 机关代字; for a decree the issuing body, e.g. 国务院令. */
  readonly prefix: string;
  /** Null for decrees, which are numbered through the years. */
  readonly year: number | null;
  readonly seq: number;
  /** As it is printed: six-cornered brackets, no spaces. */
  readonly text: string;
}

const NUMBERED =
  /^([\p{Script=Han}A-Za-z]{2,20})\s*[〔[【（(﹝［]\s*(\d{4})\s*[〕\]】）)﹞］]\s*(?:第\s*)?(\d{1,5})\s*号$/u;
const DECREE = /^([\p{Script=Han}]{2,30}令)\s*(?:\(|（)?\s*第\s*(\d{1,5})\s*号(?:\)|）)?$/u;
const FIRST_YEAR = 1949;

/**
 * Reads a document number in any bracket style. Null when it is none: an empty pair of brackets, a time stamp, a year
 * before 1949 or far in the future are typing errors that have stood on real sites.
 */
export function parseDocNumber(input: string, thisYear: number): DocNumber | null {
  const text = input
    .normalize('NFC')
    .trim()
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  const numbered = NUMBERED.exec(text);
  if (numbered) {
    const [, prefix = '', year = '', seq = ''] = numbered;
    if (Number(year) < FIRST_YEAR || Number(year) > thisYear + 1 || Number(seq) === 0) return null;
    return { prefix, year: Number(year), seq: Number(seq), text: `${prefix}〔${year}〕${Number(seq)}号` };
  }
  const decree = DECREE.exec(text);
  if (!decree || Number(decree[2]) === 0) return null;
  return {
    prefix: decree[1] ?? '',
    year: null,
    seq: Number(decree[2]),
    text: `${decree[1] ?? ''}第${Number(decree[2])}号`,
  };
}
