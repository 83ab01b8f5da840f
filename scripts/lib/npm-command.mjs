import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * How to call npm without a shell: through the npm that runs this script, or the one that came with this Node.js.
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {{ command: string, args: string[] }}
 */
export function npmCommand(args, env = process.env) {
  const bin = dirname(process.execPath);
  const candidates = [
    env.npm_execpath,
    join(bin, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(bin, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  // npm_execpath may name another package manager, which does not know `ci`.
  const cli = candidates.find((path) => path?.endsWith('npm-cli.js') && existsSync(path));
  return cli ? { command: process.execPath, args: [cli, ...args] } : { command: 'npm', args };
}
