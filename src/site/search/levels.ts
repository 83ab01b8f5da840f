import type { Expression, Term } from './search-index';
import type { Understood } from './understand';

/** How far a search had to go. */
export type Reach = 'asked' | 'words' | 'synonyms' | 'most';

export interface Level {
  readonly reach: Reach;
  /** Any of them; several only where some words may be missing. */
  readonly expressions: readonly Expression[];
}

/**
 * Ways to look for a question, from what was typed to what is meant: all of it as typed; its words; its words or what else
 * they are called; most of those. The first that finds something is taken.
 */
export function levelsOf({ numbers, asked, words }: Understood): readonly Level[] {
  const numbered: Expression = numbers.map(({ tokens }) => tokens.map((token): Term => ({ token })));
  const strong = words.filter(({ weak }) => !weak);
  const meant = [
    ...numbered,
    ...strong.map(({ word, others }) => [word, ...others].map((one): Term => ({ word: one }))),
  ];
  const levels: Level[] = [
    { reach: 'asked', expressions: [[...numbered, ...asked.map((word): readonly Term[] => [{ word }])]] },
    { reach: 'words', expressions: [[...numbered, ...words.map(({ word }): readonly Term[] => [{ word }])]] },
    { reach: 'synonyms', expressions: [meant] },
    ...sizesOfMost(meant.length).map((size): Level => ({ reach: 'most', expressions: subsets(meant, size) })),
  ];
  return levels
    .map((level) => ({ ...level, expressions: level.expressions.filter(({ length }) => length > 0) }))
    .filter(({ expressions }, index, all) => expressions.length > 0 && !isAmong(expressions, all.slice(0, index)));
}

/** What has found nothing need not be looked for again. */
const isAmong = (expressions: readonly Expression[], levels: readonly Level[]): boolean =>
  levels.some((level) => JSON.stringify(level.expressions) === JSON.stringify(expressions));

/** More than half: two of three, four and then three of five. */
function sizesOfMost(all: number): readonly number[] {
  const sizes: number[] = [];
  for (let size = all - 1; size > all / 2; size -= 1) sizes.push(size);
  return sizes;
}

/** Every choice of so many groups; with eight groups at most, seventy. */
function subsets(groups: Expression, size: number): readonly Expression[] {
  if (size === 0) return [[]];
  return groups.flatMap((group, index) => subsets(groups.slice(index + 1), size - 1).map((rest) => [group, ...rest]));
}
