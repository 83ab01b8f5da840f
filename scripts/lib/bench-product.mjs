import { join } from 'node:path';
import { benchReport } from './bench-report.mjs';
import { compileBenches } from './compile-benches.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { ensurePostgres } from './ensure-postgres.mjs';
import { ensureRivals } from './ensure-rivals.mjs';
import { isMet } from './is-met.mjs';
import { refusal } from './refusal.mjs';
import { ROOT } from './root.mjs';
import { runBench } from './run-bench.mjs';
import { testEnvironment } from './test-environment.mjs';

/**
 * `npm run bench`: measures against the goals, each file in a process of its own.
 * @param {string[]} args names of files (`render`); none: all
 * @returns {Promise<number>} the exit code: 1 when a goal was not met
 */
export async function main(args) {
  const context = { logs: join(ROOT, '.tmp', 'logs'), env: testEnvironment(process.env) };
  await ensureInstalled(context);
  const all = await compileBenches(context.logs);
  const chosen = all.filter(({ name }) => args.length === 0 || args.includes(name));
  if (chosen.length === 0)
    throw refusal(`没有这样的基准测试：${args.join('、')}`, `可选：${all.map(({ name }) => name).join('、')}`);

  if (chosen.some(({ name }) => ['queue', 'search', 'workers'].includes(name)))
    context.env.MINGBAI_TEST_POSTGRES = await ensurePostgres();
  if (chosen.some(({ name }) => name === 'render')) await ensureRivals('rivals', context);
  const rows = [];
  for (const { name, file } of chosen) {
    console.log(`\n—— ${name}`);
    rows.push(...(await runBench(file, context.env)));
  }
  console.log(benchReport(rows));
  return rows.every(isMet) ? 0 : 1;
}
