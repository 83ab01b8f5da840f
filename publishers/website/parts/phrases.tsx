import type { ComponentChildren } from 'preact';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** A break may stand before a word, but not before a closing sign nor after an opening one. */
const WORD = /^[\p{L}\p{N}《“‘（〔【「]/u;
const OPENING = /[《“‘（〔【「]$/u;
/** After these a title takes breath, unless a closing sign follows. */
const BREATH = /(?<=[、，：；。？])(?=[\p{L}\p{N}《“‘（〔【「])/u;
/** A breath of so few characters is kept whole beside others: at the size of a title it fits the smallest phones. */
const SHORT = 8;

/**
 * A title that breaks between words and not within them: 说了什么 never becomes 说了什 / 么. The words that a segmenter
 * knows are not all (it takes 医 and 保 apart), so a short breath stays whole. Goes with the class `phrases`, which forbids
 * every other break; without the class it is plain text.
 */
export function Phrases({ text }: { readonly text: string }) {
  const breaths = text.split(BREATH);
  const whole = breaths.length > 1 ? SHORT : 0;
  return <>{breaths.flatMap((breath) => [<wbr />, ...(breath.length <= whole ? [breath] : words(breath))])}</>;
}

/** With a place to break between each two. */
function words(text: string): readonly ComponentChildren[] {
  const pieces: ComponentChildren[] = [];
  let before = '';
  for (const { segment } of segmenter.segment(text)) {
    const glued = /^[A-Za-z0-9]/.test(segment) && /[\p{N}A-Za-z.]$/u.test(before);
    if (before !== '' && WORD.test(segment) && !OPENING.test(before) && !glued) pieces.push(<wbr />);
    pieces.push(segment);
    before = segment;
  }
  return pieces;
}
