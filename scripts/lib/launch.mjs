import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readLine } from './read-line.mjs';
import { rollingLog } from './rolling-log.mjs';
import { ROOT } from './root.mjs';

const STOP_WITH_PARENT = pathToFileURL(join(ROOT, 'scripts', 'lib', 'stop-with-parent.mjs')).href;

/**
 * @typedef {object} Launched
 * @property {string} title what operators call it
 * @property {string} log its log file
 * @property {import('node:child_process').ChildProcess} child
 * @property {Promise<{ code: number | null, signal: NodeJS.Signals | null }>} ended
 */

/**
 * Starts a Node.js program that runs until it is told to stop. It is out of the terminal's process group, so that
 * Ctrl-C reaches this process alone and the children end in order.
 * @param {{ title: string, file: string, log: string, env: NodeJS.ProcessEnv, verbose: boolean }} program `verbose`:
 *   show all of its output, not just warnings and errors
 * @returns {Launched}
 */
export function launch({ title, file, log, env, verbose }) {
  const child = spawn(process.execPath, ['--import', STOP_WITH_PARENT, file], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: process.platform !== 'win32',
  });
  const write = rollingLog(log);
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on('line', (line) => {
      write(`${line}\n`);
      const { text, urgent } = readLine(line);
      if (verbose || urgent) console.log(text);
    });
  }
  /** @type {Launched['ended']} */
  const ended = new Promise((resolve) => {
    child.once('error', () => resolve({ code: 1, signal: null }));
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  return { title, log, child, ended };
}
