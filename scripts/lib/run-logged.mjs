import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { excerpt } from './excerpt.mjs';
import { progress } from './progress.mjs';
import { refusal } from './refusal.mjs';
import { run } from './run.mjs';

/**
 * Runs a long command quietly: progress on the terminal, output in `<logs>/<name>.log`, what matters of it when it fails.
 * @param {{ label: string, name: string, logs: string, command: string, args: string[], env?: NodeJS.ProcessEnv,
 *   advice: (log: string) => string }} job `advice`: what to do when it fails, from what it said
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
  const log = readFileSync(file, 'utf8');
  throw refusal(`${label}没有成功。${advice(log)}`, `完整记录：${file}`, '', excerpt(log));
}
