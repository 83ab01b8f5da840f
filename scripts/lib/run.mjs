import { spawn } from 'node:child_process';
import { ROOT } from './root.mjs';
import { stopGroup } from './stop-group.mjs';

const KILL_AFTER_MS = 5_000;
/** @type {Record<string, number>} */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 };

/**
 * Runs a command to its end in a process group of its own, so that a limit or Ctrl-C ends everything it started.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, output?: 'inherit' | number, limitMs?: number }} [options] `output`: where both
 *   streams go, a file descriptor or this terminal
 * @returns {Promise<{ code: number, timedOut: boolean }>} code -1 when the command could not be started
 */
export function run(command, args, { env = process.env, output = 'inherit', limitMs } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env,
      stdio: ['ignore', output, output],
      detached: process.platform !== 'win32',
    });
    let timedOut = false;
    /** @type {NodeJS.Timeout | undefined} */
    let force;
    /** @param {NodeJS.Signals} signal */
    const stop = (signal) => {
      stopGroup(child.pid, signal);
      force ??= setTimeout(() => stopGroup(child.pid, 'SIGKILL'), KILL_AFTER_MS);
    };
    /** @type {NodeJS.Signals | undefined} */
    let received;
    const forward = (/** @type {NodeJS.Signals} */ signal) => {
      received = signal;
      stop(signal);
    };
    process.on('SIGINT', forward).on('SIGTERM', forward);
    const limit =
      limitMs &&
      setTimeout(() => {
        timedOut = true;
        stop('SIGTERM');
      }, limitMs);

    const end = (/** @type {number} */ code) => {
      if (limit) clearTimeout(limit);
      if (force) {
        clearTimeout(force);
        // The command is gone; what it started may not have listened.
        stopGroup(child.pid, 'SIGKILL');
      }
      process.off('SIGINT', forward).off('SIGTERM', forward);
      if (received) process.exit(EXIT_CODES[received]);
      resolve({ code, timedOut });
    };
    child.once('error', () => end(-1));
    child.once('exit', (code) => end(code ?? 1));
  });
}
