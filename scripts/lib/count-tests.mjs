import { relative } from 'node:path';
import { ROOT } from './root.mjs';

/**
 * @typedef {object} JestReport the part of `jest --json` that is read
 * @property {number} numPassedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {{ name: string, status: string, assertionResults: { status: string, fullName: string }[] }[]} testResults
 */

/**
 * Counts a run of jest. Whatever makes jest fail counts: a file that cannot be loaded, a run that broke off.
 * @param {JestReport | undefined} report absent when jest wrote none
 * @param {number} code jest's exit code
 * @returns {import('./checks.mjs').Count}
 */
export function countTests(report, code) {
  if (!report) return { passed: 0, failed: 1, failures: ['测试没有运行到底'] };
  const failures = report.testResults.flatMap(({ name, status, assertionResults }) => {
    const file = relative(ROOT, name);
    const failed = assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => `${file} › ${test.fullName}`);
    return status === 'failed' && failed.length === 0 ? [`${file} 无法运行`] : failed;
  });
  if (code !== 0 && failures.length === 0) failures.push(`测试程序以退出码 ${code} 结束`);
  return {
    passed: report.numPassedTests,
    failed: failures.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures,
  };
}
