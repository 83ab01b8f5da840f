const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** A break may stand before a word, but not before a closing sign nor after an opening one. */
const WORD = /^[\p{L}\p{N}《“‘（〔【「]/u;
const OPENING = /[《“‘（〔【「]$/u;
/** After these a title takes breath, unless a closing sign follows. */
const BREATH = /(?<=[、，：；。？])(?=[\p{L}\p{N}《“‘（〔【「])/u;
/** A breath of so few characters is kept whole beside others: at the size of a title it fits the smallest phones. */
const SHORT = 10;

/**
 * Where a title may break: between words and not within them, so that 说了什么 never becomes 说了什 / 么. The words that a
 * segmenter knows are not all (it takes 医 and 保 apart), so a short breath stays whole.
 * @returns offsets into the text, ascending
 */
export function phraseBreaks(text: string): readonly number[] {
  const breaths = text.split(BREATH);
  const whole = breaths.length > 1 ? SHORT : 0;
  const breaks: number[] = [];
  let start = 0;
  for (const breath of breaths) {
    if (start > 0) breaks.push(start);
    if (breath.length > whole) breaks.push(...wordBreaks(breath).map((at) => start + at));
    start += breath.length;
  }
  return breaks;
}

/** Titles broken before: the newest stand on a dozen pages and feeds of each publication. */
const known = new Map<string, readonly number[]>();
const MOST_KNOWN = 2_000;

/** Between each two words. */
function wordBreaks(text: string): readonly number[] {
  const before = known.get(text);
  if (before) return before;
  const breaks = findWordBreaks(text);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, breaks);
  return breaks;
}

function findWordBreaks(text: string): readonly number[] {
  const breaks: number[] = [];
  let before = '';
  for (const { segment, index } of segmenter.segment(text)) {
    const glued = /^[A-Za-z0-9]/.test(segment) && /[\p{N}A-Za-z.]$/u.test(before);
    if (before !== '' && WORD.test(segment) && !OPENING.test(before) && !glued) breaks.push(index);
    before = segment;
  }
  return breaks;
}
