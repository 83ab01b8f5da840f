/**
 * Whether a measurement is good enough; one that is not a number is not.
 * @param {import('./run-bench.mjs').BenchRow} row
 */
export function goalMet({ ratio, goal, better }) {
  return better === 'lower' ? ratio <= goal : ratio >= goal;
}
