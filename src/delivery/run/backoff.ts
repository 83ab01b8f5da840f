const FIRST = 5_000;
const LONGEST = 5 * 60_000;

/** Milliseconds until the next try after `tries` failed ones: 5 s, 10 s, 20 s … at most 5 min, never below `asked`. */
export const backoff = (tries: number, asked = 0): number =>
  Math.max(asked, Math.min(LONGEST, FIRST * 2 ** Math.min(tries, 10)));
