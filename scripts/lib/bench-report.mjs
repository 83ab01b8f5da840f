import { isMet } from './is-met.mjs';
import { padColumns } from './pad-columns.mjs';

/** @param {import('./run-bench.mjs').BenchRow[]} rows */
export function benchReport(rows) {
  const width = Math.max(16, ...rows.map(({ name }) => name.length * 2 + 2));
  const head = `${padColumns('项目', width)}${padColumns('倍数', 9)}${padColumns('目标', 9)}结果`;
  return [
    '',
    head,
    ...rows.map(({ name, ratio, goal, better, detail = '' }) =>
      [
        padColumns(name, width),
        padColumns(ratio.toFixed(2), 9),
        padColumns(`${better === 'lower' ? '≤' : '≥'} ${goal}`, 9),
        padColumns(isMet({ ratio, goal, better }) ? '达到' : '未达到', 9),
        detail,
      ]
        .join('')
        .trimEnd(),
    ),
  ].join('\n');
}
