import { isMet } from './is-met.mjs';
import { padColumns } from './pad-columns.mjs';

/** The goal is the last value that is good enough. */
const SIGNS = { lower: '≤', higher: '≥' };

/**
 * The table that `npm run bench` ends with.
 * @param {import('./run-bench.mjs').BenchRow[]} rows
 */
export function benchReport(rows) {
  const cells = rows.map((row) => [
    row.name,
    row.ratio.toFixed(2),
    `${SIGNS[row.better]} ${row.goal}`,
    isMet(row) ? '达到' : '未达到',
    row.detail ?? '',
  ]);
  const widths = [Math.max(16, ...rows.map(({ name }) => name.length * 2 + 2)), 9, 9, 9, 0];
  const line = (/** @type {string[]} */ texts) =>
    texts
      .map((text, column) => padColumns(text, widths[column] ?? 0))
      .join('')
      .trimEnd();
  return ['', line(['项目', '比值', '目标', '结果', '']), ...cells.map(line)].join('\n');
}
