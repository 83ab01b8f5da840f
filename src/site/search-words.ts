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
