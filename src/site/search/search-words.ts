/** The most words of a question that are looked for. */
const MAX_WORDS = 6;

/** A document number as people type it: any brackets or none, spaces anywhere. */
const DOC_NUMBER =
  /([\p{Script=Han}]{2,20})\s*[〔[【（(﹝［]?\s*(\d{4})\s*[〕\]】）)﹞］]?\s*(?:第\s*)?(\d{1,5})\s*号/gu;

/** The words of a question, each once. A document number is one word, written as it is printed. */
export function searchWords(question: string): readonly string[] {
  const numbers: string[] = [];
  const rest = question.replace(DOC_NUMBER, (_whole, prefix: string, year: string, seq: string) => {
    numbers.push(`${prefix}〔${year}〕${Number(seq)}号`);
    return ' ';
  });
  const words = rest.split(/[\s，。、？！；：,?!;:]+/).filter((word) => word !== '');
  return [...new Set([...numbers, ...words])].slice(0, MAX_WORDS);
}

/**
 * Phrases in which people ask, longest first; they say nothing about what is asked for. 能 is one, unless it is a part of
 * 能源, 功能 and the like.
 */
export const PHRASES =
  /请问一下|请问|麻烦问下|想问一下|想问|我想知道|我想|有没有|能不能|可不可以|是不是|要不要|需不需要|怎么样|怎么办|怎么|怎样|如何|为什么|什么时候|什么|哪些|哪里|哪儿|多少|几个|可以|(?<![功智节性可新才储风热动])能(?![源力量耗效])|吗|呢|呀|啊|吧|的话/gu;

/** The words of a question without those phrases: 门诊怎么报销 asks for 门诊 and 报销. Empty where nothing is left. */
export function bareWords(words: readonly string[]): readonly string[] {
  // A single character that is left between two phrases would be found everywhere.
  const bare = words.flatMap((word) => word.split(PHRASES)).filter((word) => word.length > 1);
  return [...new Set(bare)].slice(0, MAX_WORDS);
}
