import { join } from 'node:path';
import { CHECKS } from './checks.mjs';
import { ROOT } from './root.mjs';
import { selectedChecks } from './selected-checks.mjs';
import { testEnvironment } from './test-environment.mjs';
import { testReport } from './test-report.mjs';

/** @typedef {import('./test-report.mjs').Result} Result */

/**
 * `npm test`: all checks, or the named ones; a failed check fails those that need it and no other.
 * @param {string[]} args names of checks, then arguments for jest
 * @returns {Promise<number>} the exit code
 */
export async function main(args) {
  const { selected, extra } = selectedChecks(CHECKS, args);
  const context = { logs: join(ROOT, '.tmp', 'logs'), env: testEnvironment(process.env), extra };
  /** @type {Map<string, Result>} */
  const results = new Map();
  for (const check of selected) {
    const lacking = check.needs.find((name) => results.get(name)?.failed);
    console.log(`\n—— ${check.title}`);
    const started = performance.now();
    const count = lacking
      ? { passed: 0, failed: 1, failures: [`没有运行，因为“${results.get(lacking)?.title}”没有成功`] }
      : await counted(check, context);
    results.set(check.name, { title: check.title, seconds: (performance.now() - started) / 1000, ...count });
  }
  const all = [...results.values()];
  console.log(testReport(all));
  return all.some((result) => result.failed > 0) ? 1 : 0;
}

/**
 * @param {import('./checks.mjs').Check} check
 * @param {import('./checks.mjs').Context} context
 * @returns {Promise<import('./checks.mjs').Count>}
 */
async function counted(check, context) {
  try {
    return await check.run(context);
  } catch (error) {
    const refused = error instanceof Error && error.name === 'Refusal';
    console.log(refused ? error.message : error);
    return { passed: 0, failed: 1, failures: ['见上面的说明'] };
  }
}
