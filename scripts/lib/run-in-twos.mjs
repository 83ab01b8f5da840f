import { runJest } from './run-jest.mjs';

/**
 * Runs tests that wait more than they work, two files at a time, and then those that want the machine for themselves.
 * @param {import('./checks.mjs').Context} context
 * @param {string} name of the run
 * @param {{ alone: string, folders: string[], without: string[] }} files patterns of those that run alone and of those
 *   that are left out
 * @returns {Promise<import('./checks.mjs').Count>}
 */
export async function runInTwos(context, name, { alone, folders, without }) {
  // Before the other arguments: jest takes the words that follow a pattern for patterns of the same kind.
  const leaveOut = (/** @type {string[]} */ ...patterns) =>
    patterns.map((pattern) => `--testPathIgnorePatterns=${pattern}`);
  const one = await runJest(context, name, [...leaveOut(alone, ...without), '--maxWorkers=2'], folders);
  // Leaves out the others: a pattern of what to run would add to one that somebody asks for.
  const others = leaveOut(`^(?!.*${alone})`, ...without);
  const other = await runJest(context, `${name}-alone`, [...others, '-i', '--passWithNoTests'], folders);
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: (one.skipped ?? 0) + (other.skipped ?? 0),
    failures: [...(one.failures ?? []), ...(other.failures ?? [])],
  };
}
