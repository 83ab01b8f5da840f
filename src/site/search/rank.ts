import type { Candidate } from './candidates';
import type { Word } from './understand';

/** What it says about a document that a word stands there. */
const WEIGHT = { title: 8, summary: 4, keywords: 3, text: 1 } as const;
/** Against a word that was asked for. */
const SYNONYM = 0.5;
/** What people can read as an answer, against the document itself. */
const EXPLAINER = 1.25;
/** The newest against what is old; half of it is gone after a year. */
const NEW = 0.2;
const OUT_OF_FORCE = 0.5;
const YEAR = 365 * 24 * 60 * 60_000;
/** More than all words together can be worth: first what was asked for, then what is only meant by it. */
const AS_ASKED = 1_000;

export interface Ranking {
  readonly words: readonly Pick<Word, 'word' | 'others'>[];
  /** Those that hold everything as it was asked. */
  readonly asAsked: ReadonlySet<number>;
  /** Those whose own number was asked for. */
  readonly byNumber: ReadonlySet<number>;
  /** `2026-11-23`, in China. */
  readonly today: string;
}

/** The best first. Nothing but the candidates decides: the same ones give the same order. */
export function rank(candidates: readonly Candidate[], ranking: Ranking): readonly Candidate[] {
  const newest = Math.max(0, ...candidates.map(({ moment }) => moment));
  return candidates
    .map((candidate) => ({ candidate, score: scoreOf(candidate, ranking, newest) }))
    .sort((one, other) => other.score - one.score || other.candidate.id - one.candidate.id)
    .map(({ candidate }) => candidate);
}

function scoreOf(candidate: Candidate, ranking: Ranking, newest: number): number {
  const [title = '', summary = '', keywords = ''] = candidate.head.split('\n');
  const worth = (word: string): number =>
    (title.includes(word) ? WEIGHT.title : 0) +
    (summary.includes(word) ? WEIGHT.summary : 0) +
    (keywords.includes(word) ? WEIGHT.keywords : 0);
  const words = ranking.words.map(({ word, others }) =>
    // What stands nowhere else stands in the text: that is how it was found.
    Math.max(WEIGHT.text, worth(word) + SYNONYM * Math.max(0, ...others.map(worth))),
  );
  const sum = words.reduce((total, one) => total + one, 0);
  const age = (newest - candidate.moment) / YEAR;
  const ended = !candidate.inForce || (candidate.expiresOn !== null && candidate.expiresOn < ranking.today);
  const weighed =
    sum * (candidate.kind === 'explainer' ? EXPLAINER : 1) * (1 + NEW / (1 + age)) * (ended ? OUT_OF_FORCE : 1);
  return (
    weighed + (ranking.asAsked.has(candidate.id) ? AS_ASKED : 0) + (ranking.byNumber.has(candidate.id) ? AS_ASKED : 0)
  );
}
