/**
 * The answer of a costly question, asked again only when it is older than `milliseconds`; who asks meanwhile shares it.
 * A failure is not kept.
 */
export function forAWhile<T>(milliseconds: number, ask: () => Promise<T>, now: () => number = Date.now) {
  let kept: { readonly at: number; readonly answer: Promise<T> } | null = null;
  return (): Promise<T> => {
    if (kept && now() - kept.at < milliseconds) return kept.answer;
    const answer = ask();
    const mine = { at: now(), answer };
    kept = mine;
    answer.catch(() => {
      if (kept === mine) kept = null;
    });
    return answer;
  };
}
