import type { ComponentChildren } from 'preact';

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** A break may stand before a word, but not before a closing sign nor after an opening one. */
const WORD = /^[\p{L}\p{N}《“‘（〔【「]/u;
const OPENING = /[《“‘（〔【「]$/u;

/**
 * A title that breaks between words and not within them: 说了什么 never becomes 说了什 / 么. Goes with the class
 * `phrases`, which forbids every other break; without the class it is plain text.
 */
export function Phrases({ text }: { readonly text: string }) {
  const pieces: ComponentChildren[] = [];
  let before = '';
  for (const { segment } of words.segment(text)) {
    const glued = /^[A-Za-z0-9]/.test(segment) && /[\p{N}A-Za-z.]$/u.test(before);
    if (before !== '' && WORD.test(segment) && !OPENING.test(before) && !glued) pieces.push(<wbr />);
    pieces.push(segment);
    before = segment;
  }
  return <>{pieces}</>;
}
