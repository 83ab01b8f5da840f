import { fold } from '../../../publishers/website/folded';

/** Letters and digits; whatever else stands between them ends a run. */
const RUN = /[\p{L}\p{N}]+/gu;

/** The runs of letters and digits in a text, folded: 以旧换新（汽车） has two. */
export const runsOf = (text: string): readonly string[] => fold(text).match(RUN) ?? [];

/**
 * The tokens of a text, in order: every pair of neighbouring characters, and the last one of each run by itself. Chinese is
 * written without spaces, so pairs stand for words of two; longer ones are pairs in a row; and a single character is the
 * beginning of a pair or the end of a run.
 */
export function tokensOf(text: string): readonly string[] {
  const tokens: string[] = [];
  for (const run of runsOf(text)) {
    const signs = Array.from(run);
    for (let index = 0; index < signs.length; index += 1) tokens.push(`${signs[index] ?? ''}${signs[index + 1] ?? ''}`);
  }
  return tokens;
}

/** The pairs of neighbouring characters in a run: none in a single character. */
export function pairsOf(run: string): readonly string[] {
  const signs = Array.from(run);
  return signs.slice(1).map((second, index) => `${signs[index] ?? ''}${second}`);
}
