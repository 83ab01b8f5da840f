import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { becomesReady } from './becomes-ready.mjs';
import { childEnvironment } from './child-environment.mjs';
import { died } from './died.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { ensureSecrets } from './ensure-secrets.mjs';
import { launch } from './launch.mjs';
import { loadEnvFile } from './load-env-file.mjs';
import { refusal } from './refusal.mjs';
import { ROOT } from './root.mjs';
import { settings as readSettings } from './settings.mjs';
import { stopAsked } from './stop-asked.mjs';
import { stopInOrder } from './stop-in-order.mjs';

const USAGE = [
  '用法：npm run worker -- [选项]',
  '',
  '  --verbose   把日志也显示在屏幕上',
  '  --help      显示本说明',
  '',
  '只投放、不提供网页的进程，可以在多台机器上各开多个。环境变量与 npm start 相同；需要 DATABASE_URL=postgres://…，',
  '并与提供网页的进程共用同一个数据目录（DATA_DIR）。按 Ctrl-C 停止。',
].join('\n');

/**
 * `npm run worker`: delivers until it is stopped.
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
export async function main(args) {
  const { values } = parseArgs({
    args,
    options: { verbose: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  loadEnvFile();
  if (!process.env.DATABASE_URL) {
    throw refusal(
      'npm run worker 需要 PostgreSQL：请设置 DATABASE_URL。',
      '使用 SQLite 时，npm start 自己就会投放，不需要另开进程。',
    );
  }
  const settings = readSettings(process.env, { sandbox: false });
  const logs = join(settings.dataDir, 'logs');
  const env = childEnvironment(process.env, ensureSecrets(settings.dataDir), settings);
  await ensureInstalled({ logs });
  await ensureBuilt({ logs, env });

  const asked = stopAsked();
  const worker = launch({
    title: '投放进程',
    file: join(ROOT, 'dist', 'src', 'worker.js'),
    log: join(logs, `worker-${process.pid}.log`),
    env,
    verbose: values.verbose,
  });
  let ready = false;
  worker.child.once('message', () => (ready = true));
  try {
    if (!(await becomesReady(worker, async () => ready, asked))) return 0;
    console.log('\n投放进程已就绪，按 Ctrl-C 停止。');
    const first = await Promise.race([asked, worker.ended.then(() => worker)]);
    if (first) throw died(first);
    console.log('\n正在停止 …');
    return 0;
  } finally {
    await stopInOrder([worker]);
    console.log('已停止。');
  }
}
