import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { progress } from './progress.mjs';
import { refusal } from './refusal.mjs';
import { run } from './run.mjs';
import { tail } from './tail.mjs';

/**
 * Runs a long command quietly: progress on the terminal, output in `<logs>/<name>.log`, its end shown when it fails.
 * @param {{ label: string, name: string, logs: string, command: string, args: string[], env?: NodeJS.ProcessEnv,
 *   advice: string }} job `advice`: what to do when it fails
 * @throws a refusal when the command fails
 */
export async function runLogged({ label, name, logs, command, args, env, advice }) {
  mkdirSync(logs, { recursive: true, mode: 0o700 });
  const file = join(logs, `${name}.log`);
  const output = openSync(file, 'w', 0o600);
  const shown = progress(label);
  const { code } = await run(command, args, { output, ...(env && { env }) });
  closeSync(output);
  if (code === 0) return shown.done();
  shown.failed();
  throw refusal(`${label}没有成功。${advice}`, `完整记录：${file}`, '', tail(file));
}
