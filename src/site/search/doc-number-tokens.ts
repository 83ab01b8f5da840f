import { fold } from '../../../publishers/website/folded';

/** A number as it stands in documents: 国办发〔2025〕27号 in any brackets, 国务院令第802号. Some brackets fold to ASCII. */
const PRINTED =
  /(?<!\p{Script=Han})([\p{Script=Han}a-z]{2,20})\s?[〔[【(﹝]\s?(\d{4})\s?[〕\]】)﹞]\s?第?(\d{1,5})号/gu;
const DECREE = /(?<!\p{Script=Han})(\p{Script=Han}{1,30}令)\(?第?(\d{1,5})号/gu;
/** Words that stand before a number in running text. */
const LEADING = /^(?:根据|按照|依据|依照|参照|关于|执行|落实|见|按)/u;

/**
 * The same as people type them: with any brackets or none, spaces anywhere, 号 left out, the year left out; or the year
 * and the number alone.
 */
const ASKED =
  /(?<prefix>\p{Script=Han}{2,20})\s*(?:[〔[【(﹝]?\s*(?<year>(?:19|20)\d{2})\s*(?:年|[〕\]】)﹞])?\s*(?:第\s*)?(?<seq>\d{1,5})(?!\d|年|月)\s*号?|第?\s*(?<only>\d{1,5})\s*号)/gu;
const YEAR_AND_NUMBER = /[〔[【(﹝]?\s*((?:19|20)\d{2})\s*(?:年|[〕\]】)﹞])\s*第?\s*(\d{1,5})\s*号/gu;
const NUMBER = /(?<![\p{L}\p{N}])第?\s*(\d{1,5})\s*号(?:文件|文|令)?(?![\p{L}\p{N}])/gu;

/** What is typed before a number without belonging to it. */
const MAX_PREFIX = 12;

/** Tokens of every number that a text holds: by all of it, without its year, without its issuer. */
export function numberTokens(text: string): readonly string[] {
  const compared = fold(text);
  const printed = [...compared.matchAll(PRINTED)].flatMap(([, prefix = '', year = '', seq = '']) =>
    [prefix.replace(LEADING, ''), ''].flatMap((letters) => [full(letters, year, seq), withoutYear(letters, seq)]),
  );
  const decrees = [...compared.matchAll(DECREE)].flatMap(([, prefix = '', seq = '']) =>
    // 中华人民共和国国务院令 is asked for as 国务院令.
    [...endsOf(prefix), ''].map((letters) => withoutYear(letters, seq)),
  );
  return [...new Set([...printed, ...decrees])];
}

/** A number that was asked for: it is met by any of the tokens. */
export interface AskedNumber {
  readonly tokens: readonly string[];
}

/** Takes the numbers out of a question. `rest` is what else was asked. */
export function askedNumbers(question: string): { readonly numbers: readonly AskedNumber[]; readonly rest: string } {
  const numbers: AskedNumber[] = [];
  const take = (tokens: readonly string[]): string => {
    numbers.push({ tokens });
    return ' ';
  };
  const rest = fold(question)
    .replace(YEAR_AND_NUMBER, (whole, year: string, seq: string, at: number, all: string) =>
      /\p{Script=Han}\s*$/u.test(all.slice(0, at)) ? whole : take([full('', year, seq)]),
    )
    .replace(ASKED, (whole, ...args: unknown[]) => {
      const { prefix = '', year, seq, only } = groupsOf(args);
      const tokens = endsOf(prefix).map((letters) =>
        year !== undefined && seq !== undefined ? full(letters, year, seq) : withoutYear(letters, only ?? ''),
      );
      return looksIssued(prefix) ? take(tokens) : whole;
    })
    .replace(NUMBER, (_whole, seq: string) => take([withoutYear('', seq)]));
  return { numbers, rest };
}

/** 机关代字 end in 发, 函, 令 and the like; 延迟退休2025 and 满60 do not. */
const looksIssued = (prefix: string): boolean => /(?:[发函令办字规告电传]|通知|公告)$/u.test(prefix);

const groupsOf = (args: readonly unknown[]): Partial<Record<'prefix' | 'year' | 'seq' | 'only', string>> =>
  // The last argument of a replacer is the record of the named groups.
  args.at(-1) as Partial<Record<'prefix' | 'year' | 'seq' | 'only', string>>;

/** 关于国办发 may be 国办发 with a word before it, so every end of it is one. */
function endsOf(prefix: string): readonly string[] {
  const signs = Array.from(prefix).slice(-MAX_PREFIX);
  return signs.slice(0, -1).map((_sign, index) => signs.slice(index).join(''));
}

const full = (prefix: string, year: string, seq: string): string => `dn${prefix}y${year}s${Number(seq)}`;
const withoutYear = (prefix: string, seq: string): string => `dn${prefix}s${Number(seq)}`;
