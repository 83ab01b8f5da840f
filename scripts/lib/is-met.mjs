/**
 * Whether a measured ratio is good enough.
 * @param {Pick<import('./run-bench.mjs').BenchRow, 'ratio' | 'goal' | 'better'>} row
 */
export const isMet = ({ ratio, goal, better }) => (better === 'lower' ? ratio <= goal : ratio >= goal);
