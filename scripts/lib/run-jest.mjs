import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { countTests } from './count-tests.mjs';
import { ROOT } from './root.mjs';
import { run } from './run.mjs';

/** A hanging test must end as a failure here, not as a run that the machine cuts off without a word. */
const LIMIT_MS = 12 * 60_000;

/** Without the first, Strapi's dynamic imports fail inside jest and uploads are checked by their names alone. */
const NODE_OPTIONS = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  `--import=${pathToFileURL(join(ROOT, 'scripts', 'lib', 'unsynced.mjs')).href}`,
];

/**
 * Runs the tests of folders under tests/; folders without tests count nothing.
 * @param {{ logs: string, env: NodeJS.ProcessEnv, extra: string[] }} context
 * @param {string} name of the run; names its report
 * @param {string[]} args for jest
 * @param {string[]} [folders] the one of that name by itself
 * @returns {Promise<import('./checks.mjs').Count>}
 */
export async function runJest({ logs, env, extra }, name, args, folders = [name]) {
  const roots = folders.map((folder) => join(ROOT, 'tests', folder)).filter(hasTests);
  if (roots.length === 0) return { passed: 0, failed: 0 };
  const report = join(logs, `jest-${name}.json`);
  mkdirSync(logs, { recursive: true });
  rmSync(report, { force: true });
  const jest = [
    join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js'),
    ...roots.map((root) => `--roots=${root}`),
    '--json',
    `--outputFile=${report}`,
  ];
  const { code, timedOut } = await run(process.execPath, [...jest, ...args, ...extra], {
    env: { ...env, NODE_OPTIONS: [env.NODE_OPTIONS, ...NODE_OPTIONS].filter(Boolean).join(' ') },
    limitMs: LIMIT_MS,
  });
  if (timedOut) console.log(`\n${name}：超过 ${LIMIT_MS / 60_000} 分钟，已中止。`);
  return countTests(existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined, code);
}

/** @param {string} root */
function hasTests(root) {
  if (!existsSync(root)) return false;
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).some((name) => /\.test\.tsx?$/.test(name));
}
