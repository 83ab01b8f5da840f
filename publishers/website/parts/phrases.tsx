import type { ComponentChildren } from 'preact';
import { marked } from './marked';
import { phraseBreaks } from './phrase-breaks';

/**
 * A title that breaks between words only, with the reader's words marked. Goes with the class `phrases`, which forbids
 * every other break; without the class it is plain text.
 */
export function Phrases({ text, words = [] }: { readonly text: string; readonly words?: readonly string[] }) {
  const breaks = phraseBreaks(text);
  return <>{marked(text, words, (from, to) => breakable(text, from, to, breaks))}</>;
}

/** That part of the text, with the places where it may break; one at its very start belongs to it. */
function breakable(text: string, from: number, to: number, breaks: readonly number[]): ComponentChildren {
  const within = breaks.filter((at) => at >= from && at < to);
  const edges = [...within, to];
  return [text.slice(from, edges[0]), ...within.flatMap((at, index) => [<wbr />, text.slice(at, edges[index + 1])])];
}
