import type { Level } from './levels';
import type { Expression, SearchIndex } from './search-index';

/** Of what meets a question only so many are looked at: the newest, and the newest of those with it in their title. */
export const MOST = 300;
const MOST_TITLES = 150;
/** With fewer hits than this, other names of the words are looked for, too. */
const FEW = 3;

export interface Reached {
  readonly level: Level;
  /** The newest first; one more than `MOST` where there are more. */
  readonly ids: readonly number[];
  /** Those among them that hold everything as it was asked, where others are there, too. */
  readonly asAsked: ReadonlySet<number>;
}

/**
 * The first level that finds something.
 * @param widen whether other names of the words are also looked for where little is found
 */
export async function reach(
  index: SearchIndex,
  levels: readonly Level[],
  within: Expression,
  widen: boolean,
): Promise<Reached | null> {
  for (const level of levels) {
    const ids = await newest(index, level, within);
    if (ids.length === 0) continue;
    const exact = level.reach === 'asked' || level.reach === 'words';
    const wider = exact && widen && ids.length < FEW ? levels.find((one) => one.reach === 'synonyms') : undefined;
    const others = wider ? await newest(index, wider, within) : [];
    if (!wider || others.length <= ids.length) return { level, ids, asAsked: new Set() };
    return { level: wider, ids: union([ids, others], MOST + 1), asAsked: new Set(ids) };
  }
  return null;
}

const newest = (index: SearchIndex, level: Level, within: Expression): Promise<readonly number[]> =>
  findAny(index, level, within, 'anywhere', MOST + 1);

/**
 * Where more meet the question than are looked at: the newest, and those that say it in their title.
 * @param filters that were not looked for yet
 * @returns `more`: whether there are more than were looked at
 */
export async function mostOf(
  index: SearchIndex,
  { level, ids }: Reached,
  within: Expression,
  filters: Expression,
  sort: 'relevance' | 'newest',
): Promise<{ readonly ids: readonly number[]; readonly more: boolean }> {
  const narrowed = [...within, ...filters];
  const anywhere = filters.length === 0 ? ids : await findAny(index, level, narrowed, 'anywhere', MOST + 1);
  const more = anywhere.length > MOST;
  if (sort === 'newest' || !more) return { ids: anywhere.slice(0, MOST), more };
  const titles = await findAny(index, level, narrowed, 'title', MOST_TITLES);
  return { ids: union([titles, anywhere], MOST + MOST_TITLES), more };
}

async function findAny(
  index: SearchIndex,
  { expressions }: Level,
  within: Expression,
  where: 'title' | 'anywhere',
  limit: number,
): Promise<readonly number[]> {
  const found: (readonly number[])[] = [];
  for (const expression of expressions) found.push(await index.find([...expression, ...within], where, limit));
  return union(found, limit);
}

const union = (lists: readonly (readonly number[])[], limit: number): readonly number[] =>
  [...new Set(lists.flat())].sort((one, other) => other - one).slice(0, limit);
