import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { refusal } from './refusal.mjs';
import { ROOT } from './root.mjs';

/**
 * @typedef {object} BenchRow as tests/bench/bench-row.ts describes it
 * @property {string} name
 * @property {number} ratio
 * @property {number} goal
 * @property {'lower' | 'higher'} better
 * @property {string} [detail]
 */

const PROCESS = fileURLToPath(new URL('./bench-process.mjs', import.meta.url));

/**
 * Measures one file in a fresh process: neither the heap nor the compiled code of another bench is in its way.
 * @param {string} file compiled, absolute
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<BenchRow[]>}
 */
export function runBench(file, env) {
  return new Promise((resolve, reject) => {
    /** @type {BenchRow[] | undefined} */
    let rows;
    const child = fork(PROCESS, [file], {
      cwd: ROOT,
      env: { ...env, NODE_ENV: 'production' },
      execArgv: ['--expose-gc'],
    });
    child.on('message', (message) => {
      rows = /** @type {BenchRow[]} */ (message);
    });
    child.once('exit', (code) => (rows && code === 0 ? resolve(rows) : reject(refusal(`基准测试没有完成：${file}`))));
  });
}
