import { join } from 'node:path';
import { CHECKS } from './checks.mjs';
import { performChecks } from './perform-checks.mjs';
import { ROOT } from './root.mjs';
import { selectedChecks } from './selected-checks.mjs';
import { testEnvironment } from './test-environment.mjs';
import { testReport } from './test-report.mjs';

/**
 * `npm test`: all checks, or the named ones.
 * @param {string[]} args names of checks, then arguments for jest
 * @returns {Promise<number>} the exit code
 */
export async function main(args) {
  const { selected, extra } = selectedChecks(CHECKS, args);
  const started = performance.now();
  const results = await performChecks(selected, {
    logs: join(ROOT, '.tmp', 'logs'),
    env: testEnvironment(process.env),
    extra,
  });
  console.log(testReport(results, (performance.now() - started) / 1000));
  return results.some((result) => result.failed > 0) ? 1 : 0;
}
