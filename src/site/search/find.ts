import type { Knex } from 'knex';
import { z } from 'zod';
import { SEARCH_TABLES } from '../../delivery/search-schema';
import { candidatesOf, type Candidate } from './candidates';
import { EXPLAINER_TOKEN, filterTokens, meets, type Filters } from './filters';
import { keywordsAmong } from './keywords';
import { levelsOf, type Reach } from './levels';
import { nearest, type Near } from './near';
import { openIndex } from './open-index';
import { rank } from './rank';
import type { Expression, SearchIndex } from './search-index';
import { MOST, mostOf, reach } from './search-levels';
import { understand, type Understood } from './understand';

/** Documents that are offered where nothing was found. */
const NEAR = 5;
const OWN_NUMBER = 50;

export type Sort = 'relevance' | 'newest';

export interface Asked {
  readonly question: string;
  readonly filters: Filters;
  readonly sort: Sort;
  /** Only what people can read as an answer. */
  readonly explainersOnly: boolean;
  /** Look for other names of the words not only where nothing, but also where little is found. */
  readonly widen: boolean;
  /** `2026-11-23`, in China. */
  readonly today: string;
}

export interface Result {
  /** How far the search had to go; null = nothing found. */
  readonly reach: Reach | null;
  /** What was asked for, folded. */
  readonly words: readonly string[];
  /** What was looked for in place of it, folded: a list for each word that has other names. */
  readonly others: readonly (readonly string[])[];
  /** What meets the filters, in the order that was asked for. */
  readonly hits: readonly Candidate[];
  /** Whether there are more than were looked at. */
  readonly more: boolean;
  /** What was found whatever the filters, to count their choices by; null where it is more than can be counted. */
  readonly countable: readonly Candidate[] | null;
  /** Where nothing was found. */
  readonly near: readonly Near[];
}

/** Looks for a question. What it costs is bounded, whatever is asked and however much there is. */
export async function find(db: Knex, asked: Asked): Promise<Result> {
  const index = openIndex(db);
  const understood = await understand(asked.question, (candidates) => keywordsAmong(db, candidates));
  const words = [...new Set([...understood.asked, ...understood.words.map(({ word }) => word)])];
  const within: Expression = asked.explainersOnly ? [[{ token: EXPLAINER_TOKEN }]] : [];
  const levels = levelsOf(understood);
  const reached = await reach(index, levels, within, asked.widen);
  if (!reached) {
    const near = await nearest(index, understood, within, await countDocuments(db), NEAR);
    return { reach: null, words, others: [], hits: [], more: false, countable: [], near };
  }
  const { level, ids, asAsked } = reached;
  const isCountable = ids.length <= MOST;
  const filters = filterTokens(asked.filters);
  const most = isCountable ? { ids, more: false } : await mostOf(index, reached, within, filters, asked.sort);
  const found = await candidatesOf(db, most.ids);
  const hits = found.filter((candidate) => meets(candidate, asked.filters));
  const byNumber = new Set(await ownNumbers(index, understood));
  // Where only what was typed finds something, it need not have words.
  const ranked =
    understood.words.length > 0 ? understood.words : understood.asked.map((word) => ({ word, others: [] }));
  const ranking = { words: ranked, asAsked, byNumber, today: asked.today };
  return {
    reach: level.reach,
    words,
    others: level.reach === 'synonyms' || level.reach === 'most' ? understood.words.map(({ others }) => others) : [],
    hits: asked.sort === 'newest' ? [...hits].sort((one, other) => other.id - one.id) : rank(hits, ranking),
    more: most.more,
    countable: isCountable ? found : null,
    near: [],
  };
}

/** The documents that bear a number that was asked for, before those that only name it. */
async function ownNumbers(index: SearchIndex, { numbers }: Understood): Promise<readonly number[]> {
  const own: number[] = [];
  for (const { tokens } of numbers) {
    own.push(...(await index.find([tokens.map((token) => ({ token }))], 'title', OWN_NUMBER)));
  }
  return own;
}

async function countDocuments(db: Knex): Promise<number> {
  const row: unknown = await db(SEARCH_TABLES.documents).count({ n: 'id' }).first();
  return z.object({ n: z.coerce.number() }).parse(row).n;
}
