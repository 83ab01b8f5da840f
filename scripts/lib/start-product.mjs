import { join } from 'node:path';
import { answers } from './answers.mjs';
import { becomesReady } from './becomes-ready.mjs';
import { childEnvironment } from './child-environment.mjs';
import { demoUsers } from './demo-users.mjs';
import { died } from './died.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { ensureSecrets } from './ensure-secrets.mjs';
import { launch } from './launch.mjs';
import { loadEnvFile } from './load-env-file.mjs';
import { refuseTakenPorts } from './refuse-taken-ports.mjs';
import { ROOT } from './root.mjs';
import { sandboxEnvironment } from './sandbox-environment.mjs';
import { SANDBOX_HOST } from './sandbox-host.mjs';
import { settings as readSettings } from './settings.mjs';
import { startOptions } from './start-options.mjs';
import { stopAsked } from './stop-asked.mjs';
import { stopInOrder } from './stop-in-order.mjs';
import { summary } from './summary.mjs';
import { usage } from './usage.mjs';

/** @typedef {import('./launch.mjs').Launched} Launched */

/**
 * `npm start`: everything from a fresh clone to a running product, then until it is stopped.
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
export async function main(args) {
  const options = startOptions(args);
  if (options.help) {
    console.log(usage());
    return 0;
  }
  const started = performance.now();
  loadEnvFile();
  const settings = readSettings(process.env, options);
  const logs = join(settings.dataDir, 'logs');
  console.log('\n明白 Mingbai\n');

  await refuseTakenPorts(settings);
  const env = childEnvironment(process.env, ensureSecrets(settings.dataDir), settings);
  await ensureInstalled({ logs });
  await ensureBuilt({ logs, env });

  /** In the order in which they have to end: the product first, then what it talks to. @type {Launched[]} */
  const running = [];
  const asked = stopAsked();
  const program = (/** @type {{ title: string, file: string, name: string, env: NodeJS.ProcessEnv }} */ what) => {
    const launched = launch({ ...what, log: join(logs, `${what.name}.log`), verbose: options.verbose });
    running.unshift(launched);
    return launched;
  };
  try {
    if (settings.startsSandbox) {
      const file = join(ROOT, 'dist', 'publishers', 'sandbox', 'main.js');
      const sandbox = program({ title: '沙盒', name: 'sandbox', file, env: sandboxEnvironment(env, settings) });
      const url = `http://${SANDBOX_HOST}:${settings.sandboxPort}/`;
      if (!(await becomesReady(sandbox, () => answers(url, { ok: false }), asked))) return 0;
    }
    const product = program({ title: '产品', name: 'product', file: join(ROOT, 'scripts', 'serve.mjs'), env });
    if (!(await becomesReady(product, () => answers(`${settings.local}/_ready`, { ok: true }), asked))) return 0;
    console.log(summary(settings, demoUsers(settings.dataDir), Math.round((performance.now() - started) / 1000)));

    const first = await Promise.race([asked, ...running.map((launched) => launched.ended.then(() => launched))]);
    if (first) throw died(first);
    console.log('\n正在停止 …');
    return 0;
  } finally {
    await stopInOrder(running);
    if (running.length > 0) console.log('已停止。');
  }
}
