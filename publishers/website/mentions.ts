import type { Content } from '../content';
import type { ClauseMention } from './state/policy';

/** A clause as texts name it: 第三条, 第十二条之一. */
export const CLAUSE = /第[零〇一二三四五六七八九十百千两\d]+条(?:之[一二三四五六七八九十]+)?/gu;
const LONGEST_SENTENCE = 120;
/** Enough for any explainer; keeps the state of a policy small. */
const MOST = 40;

/**
 * The clauses that an explainer speaks of, each with the first sentence that names it. Only where exactly one document is
 * explained: with several, nobody could tell whose clause is meant.
 */
export function clauseMentions(content: Content): readonly ClauseMention[] {
  if (content.policies.length !== 1) return [];
  const { background, basis, intent, implementation } = content.aspects;
  const turns = content.interview?.turns.map(({ text }) => text) ?? [];
  const sentences = [content.body, implementation, intent, background, basis, ...turns]
    .join('\n')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[#*`>|]/g, ' ')
    .split(/(?<=[。！？])|\n+/u)
    .map((sentence) => sentence.trim());
  const found = new Map<string, string>();
  for (const sentence of sentences) {
    for (const [clause] of sentence.matchAll(CLAUSE)) {
      if (!found.has(clause) && found.size < MOST) found.set(clause, shorten(sentence));
    }
  }
  return [...found].map(([clause, sentence]) => ({ clause, sentence }));
}

const shorten = (sentence: string): string =>
  sentence.length > LONGEST_SENTENCE ? `${sentence.slice(0, LONGEST_SENTENCE)}…` : sentence;
