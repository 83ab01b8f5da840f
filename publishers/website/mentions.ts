import type { Content } from '../content';
import { policyMeant } from './policy-meant';
import type { ClauseMention } from './state/policy';

/** A clause as texts name it: 第三条, 第十二条之一. */
export const CLAUSE = /第[零〇一二三四五六七八九十百千两\d]+条(?:之[一二三四五六七八九十]+)?/gu;
const LONGEST_SENTENCE = 120;
/** Enough for any explainer; keeps the state of a policy small. */
const MOST = 40;

/** The clauses of a document that an explainer speaks of, each with the first sentence that names it. */
export function clauseMentions(content: Content, policy: string): readonly ClauseMention[] {
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
    for (const { 0: clause, index } of sentence.matchAll(CLAUSE)) {
      const isMeant = policyMeant(sentence.slice(0, index), content.policies)?.id === policy;
      if (isMeant && !found.has(clause) && found.size < MOST) found.set(clause, shorten(sentence));
    }
  }
  return [...found].map(([clause, sentence]) => ({ clause, sentence }));
}

const shorten = (sentence: string): string =>
  sentence.length > LONGEST_SENTENCE ? `${sentence.slice(0, LONGEST_SENTENCE)}…` : sentence;
