import { readFileSync } from 'node:fs';
import { nodeProblem } from './node-problem.mjs';
import { stopWithNpm } from './stop-with-npm.mjs';

/**
 * Runs a command's main function with what all of them share: the check of Node.js comes before any module that needs
 * a new one is loaded (hence `load`), and a refusal ends the process with its message alone.
 * @param {() => Promise<{ main: (args: string[]) => Promise<number> }>} load
 */
export async function runScript(load) {
  const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const problem = nodeProblem(process.versions.node, engines.node);
  if (problem) {
    console.error(problem);
    process.exitCode = 1;
    return;
  }
  stopWithNpm();
  try {
    const { main } = await load();
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    const refused = error instanceof Error && error.name === 'Refusal';
    console.error(refused ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
