import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { run } from './run.mjs';

const LIMIT_MS = 6 * 60_000;

/**
 * Runs Node.js tools side by side as one check; what the failing ones said is shown, one after the other.
 * @param {{ logs: string, env: NodeJS.ProcessEnv }} context
 * @param {[script: string, ...args: string[]][]} tools
 * @param {ReturnType<typeof import('./at-most.mjs').atMost>} inTurn says when each may begin
 * @returns {Promise<import('./checks.mjs').Count>}
 */
export async function runTools({ logs, env }, tools, inTurn) {
  mkdirSync(logs, { recursive: true });
  const codes = await Promise.all(
    tools.map(async (args, index) => {
      const file = join(logs, `${basename(args[0])}-${index}.log`);
      const output = openSync(file, 'w');
      const { code, timedOut } = await inTurn(() => run(process.execPath, args, { env, output, limitMs: LIMIT_MS }));
      closeSync(output);
      if (code !== 0) console.log(`${readFileSync(file, 'utf8')}${timedOut ? '超过时限，已中止。\n' : ''}`);
      return code;
    }),
  );
  return codes.every((code) => code === 0) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
