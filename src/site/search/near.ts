import type { Expression, SearchIndex, Term } from './search-index';
import { pairsOf, runsOf } from './tokens';
import type { Understood } from './understand';

/** Looks into the index. */
const MAX_FEATURES = 16;
/** Documents that are counted of a feature; what more have says next to nothing. */
const MAX_HOLDERS = 200;
const COMMON = 0.05;

export interface Near {
  readonly id: number;
  /** 0 to 1: 1 = it has all of the question's words and pairs, and nothing else has one. */
  readonly likeness: number;
}

interface Feature {
  readonly terms: readonly Term[];
  /** A word counts as its pairs do together. */
  readonly weight: number;
}

/**
 * What shares most with a question that nothing answers: words, under any of their names, and pairs of neighbouring
 * characters, which survive a wrong one. What few documents hold says more than what stands in half of them (补贴, 申请).
 */
export async function nearest(
  index: SearchIndex,
  understood: Understood,
  among: Expression,
  documents: number,
  limit: number,
): Promise<readonly Near[]> {
  const features = featuresOf(understood);
  const all = features.reduce((total, { weight }) => total + weight, 0);
  const scores = new Map<number, number>();
  for (const { terms, weight } of features) {
    const holders = await index.find([terms, ...among], 'anywhere', MAX_HOLDERS);
    const says = weight * rarity(holders.length, documents);
    for (const id of holders) scores.set(id, (scores.get(id) ?? 0) + says);
  }
  return [...scores]
    .sort(([id, score], [otherId, other]) => other - score || otherId - id)
    .slice(0, limit)
    .map(([id, score]) => ({ id, likeness: score / all }));
}

function featuresOf({ words, asked, numbers }: Understood): readonly Feature[] {
  const features = new Map<string, Feature>();
  const add = (word: string, feature: Feature): void => {
    if (!features.has(word) && features.size < MAX_FEATURES) features.set(word, feature);
  };
  for (const { tokens } of numbers) add(tokens[0] ?? '', { terms: tokens.map((token) => ({ token })), weight: 2 });
  for (const { word, others } of words.filter((one) => one.others.length > 0)) {
    const terms = [word, ...others].map((one) => ({ word: one }));
    add(word, { terms, weight: Math.max(1, pairsOf(word).length) });
  }
  const unknown = words.filter(({ others }) => others.length === 0).map(({ word }) => word);
  const runs = words.length > 0 ? unknown : asked;
  for (const pair of runs.flatMap(runsOf).flatMap(pairsOf)) add(pair, { terms: [{ word: pair }], weight: 1 });
  return [...features.values()];
}

/** From nearly 0 for what stands in all of them to 1 for what stands in one. */
function rarity(holders: number, documents: number): number {
  if (holders === 0) return 0;
  if (holders === MAX_HOLDERS) return COMMON;
  return Math.max(COMMON, Math.log((documents + 1) / holders) / Math.log(documents + 1));
}
