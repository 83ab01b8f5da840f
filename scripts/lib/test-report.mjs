import { padColumns } from './pad-columns.mjs';

/** @typedef {{ title: string, seconds: number } & import('./checks.mjs').Count} Result */

/**
 * The end of `npm test`: what failed, where the time went, and as its last line the two sums that machines read.
 * @param {Result[]} results
 * @param {number} seconds of the whole, which are fewer than the sum where checks ran side by side
 */
export function testReport(results, seconds) {
  const sum = (/** @type {'passed' | 'failed'} */ key) => results.reduce((total, result) => total + result[key], 0);
  const failures = results.flatMap(({ title, failures = [] }) => failures.map((name) => `  ✗  ${title}：${name}`));
  return [
    ...(failures.length > 0 ? ['', '没有通过：', ...failures] : []),
    '',
    '用时：',
    ...results.map((result) =>
      `  ${padColumns(result.title, 16)}${inSeconds(result.seconds)}  ${inWords(result)}`.trimEnd(),
    ),
    `  ${padColumns('全程', 16)}${inSeconds(seconds)}`,
    '',
    `${sum('passed')} passed, ${sum('failed')} failed`,
  ].join('\n');
}

const inSeconds = (/** @type {number} */ seconds) => `${seconds.toFixed(1).padStart(7)} 秒`;

/** @param {import('./checks.mjs').Count} count */
function inWords({ passed, failed, skipped = 0 }) {
  const parts = [passed && `通过 ${passed}`, failed && `未通过 ${failed}`, skipped && `跳过 ${skipped}`];
  return parts.filter(Boolean).join('，');
}
