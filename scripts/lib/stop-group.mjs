import { hasCode } from './has-code.mjs';

/**
 * Sends a signal to a process and to all that it started (it must have been spawned with `detached: true`).
 * @param {number | undefined} pid
 * @param {NodeJS.Signals} signal
 */
export function stopGroup(pid, signal) {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch (error) {
    if (!hasCode(error, 'ESRCH')) throw error;
  }
}
