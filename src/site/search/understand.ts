import { runsOf } from './tokens';
import { askedNumbers, type AskedNumber } from './doc-number-tokens';
import { PHRASES } from './search-words';
import { isTerm, LONGEST_TERM, synonymsOf } from './synonyms';

/** A word of a question. */
export interface Word {
  /** Folded letters and digits. */
  readonly word: string;
  /** What else is looked for where it is not found. */
  readonly others: readonly string[];
  /** Left over between words that are known, or said of everything here (政策): must not decide. */
  readonly weak: boolean;
}

export interface Understood {
  readonly numbers: readonly AskedNumber[];
  /** As they were typed. */
  readonly asked: readonly string[];
  /** The same, cut into words without the phrases in which people ask. */
  readonly words: readonly Word[];
}

/** Longest question that is understood, characters. */
export const MAX_QUESTION = 100;
/** Of a question: each costs a look into the index. */
const MAX_WORDS = 6;
const MAX_NUMBERS = 2;
/** Longest keyword that is recognised within a sentence, characters. */
const LONGEST_KEYWORD = 8;

/** Said of nearly everything here. */
const GENERIC = new Set([
  '政策',
  '规定',
  '解读',
  '文件',
  '最新',
  '关于',
  '有关',
  '相关',
  '我家',
  '我们',
  '本市',
  '内容',
]);

const PHRASE_AT = new RegExp(PHRASES.source, 'uy');
const CHUNK = /[\s，。、？！；：,?!;:·…（）()《》〈〉“”"「」【】[\]〔〕—-]+/u;

/**
 * Cuts a question into what can be looked for. Chinese comes without spaces, so known words are found in it: the longest
 * first, terms of the table of synonyms and keywords of what is published.
 * @param keywordsAmong which of these strings are keywords of something published
 */
export async function understand(
  question: string,
  keywordsAmong: (candidates: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<Understood> {
  const { numbers, rest } = askedNumbers(Array.from(question).slice(0, MAX_QUESTION).join(''));
  const asked = rest.split(CHUNK).flatMap(runsIn);
  const keywords = await keywordsAmong([...new Set(asked.flatMap(partsOf))]);
  const words = new Map<string, Word>();
  for (const word of asked.flatMap((run) => wordsIn(run, keywords)))
    if (!words.has(word.word)) words.set(word.word, word);
  return {
    numbers: numbers.slice(0, MAX_NUMBERS),
    asked: [...new Set(asked)].slice(0, MAX_WORDS),
    words: strongestFirst([...words.values()]).slice(0, MAX_WORDS),
  };
}

/** A single character between signs (%门) was hardly meant by itself, and would be found everywhere. */
const runsIn = (chunk: string): readonly string[] =>
  runsOf(chunk).filter((run) => run === chunk || Array.from(run).length > 1);

const strongestFirst = (words: readonly Word[]): readonly Word[] => [
  ...words.filter(({ weak }) => !weak),
  ...words.filter(({ weak }) => weak),
];

/** Everything in a run that could be a keyword. */
function partsOf(run: string): readonly string[] {
  const parts: string[] = [];
  for (let from = 0; from < run.length; from += 1) {
    for (let to = from + 2; to <= Math.min(run.length, from + LONGEST_KEYWORD); to += 1)
      parts.push(run.slice(from, to));
  }
  return parts;
}

function wordsIn(run: string, keywords: ReadonlySet<string>): readonly Word[] {
  const known: Word[] = [];
  const unknown: string[] = [];
  let left = '';
  const endLeft = (): void => {
    if (Array.from(left).length > 1) unknown.push(left);
    left = '';
  };
  for (let at = 0; at < run.length;) {
    const word = longestAt(run, at, keywords);
    const phrase = phraseAt(run, at);
    const taken = word.length >= phrase.length ? word : phrase;
    if (taken !== '') {
      endLeft();
      if (taken === word) known.push({ word, others: synonymsOf(word), weak: GENERIC.has(word) });
      at += taken.length;
    } else {
      left += run.charAt(at);
      at += 1;
    }
  }
  endLeft();
  const decided = known.some(({ weak }) => !weak);
  return [...known, ...unknown.map((word) => ({ word, others: [], weak: decided }))];
}

function longestAt(run: string, at: number, keywords: ReadonlySet<string>): string {
  for (let length = Math.min(Math.max(LONGEST_TERM, LONGEST_KEYWORD), run.length - at); length > 0; length -= 1) {
    const part = run.slice(at, at + length);
    if (isTerm(part) || keywords.has(part) || GENERIC.has(part)) return part;
  }
  return '';
}

function phraseAt(run: string, at: number): string {
  PHRASE_AT.lastIndex = at;
  return PHRASE_AT.exec(run)?.[0] ?? '';
}
