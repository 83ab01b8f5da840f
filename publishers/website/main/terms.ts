import type { Article } from '../../article/article';
import type { Term } from './annotate';

/** The words of the glossary with the anchors of their explanations. */
export const termsOf = ({ glossary }: Article): readonly Term[] =>
  glossary.map(({ term }, index) => ({ term: term.trim(), anchor: termAnchor(index) }));

export const termAnchor = (index: number): string => `term-${index + 1}`;
