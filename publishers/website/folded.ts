/** A text in the form in which words are compared, and where each of its characters stands in the original. */
export interface Folded {
  readonly text: string;
  /** Index in the original for each index of `text`; one more for the end. */
  readonly places: readonly number[];
}

/**
 * Folds letters of either case, full and half width (ＡＢＣ１２ and abc12) and other forms that look alike (NFKC).
 * Character by character, so that every place in the result has one in the original.
 */
export function folded(text: string): Folded {
  let result = '';
  const places: number[] = [];
  let at = 0;
  for (const sign of text) {
    const fold = foldSign(sign);
    for (let index = 0; index < fold.length; index += 1) places.push(at);
    result += fold;
    at += sign.length;
  }
  places.push(at);
  return { text: result, places };
}

/** The same without the places: for what is only compared. */
export function fold(text: string): string {
  let result = '';
  for (const sign of text) result += foldSign(sign);
  return result;
}

/** Nearly everything that is read here is Han or ASCII: neither needs the tables of Unicode. */
function foldSign(sign: string): string {
  const code = sign.charCodeAt(0);
  if (code >= 0x3400 && code <= 0x9fff) return sign;
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? sign.toLowerCase() : sign;
  return sign.normalize('NFKC').toLowerCase();
}
