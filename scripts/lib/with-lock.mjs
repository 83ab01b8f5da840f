import { closeSync, mkdirSync, openSync, rmSync, statSync, utimes } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { hasCode } from './has-code.mjs';

const BEAT_MS = 2_000;
/** Well above the beat: a busy machine may delay a timer, but a holder silent for this long is gone. */
const STALE_MS = 20_000;

/**
 * Runs `work` while no other process holds the same lock; waits for it. The holder touches the file regularly, so that
 * one left by a killed process is taken over (process ids would not do: containers reuse them).
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {{ onWait?: () => void, staleMs?: number }} [options]
 * @returns {Promise<T>}
 */
export async function withLock(file, work, { onWait, staleMs = STALE_MS } = {}) {
  mkdirSync(dirname(file), { recursive: true });
  let told = false;
  while (!taken(file, staleMs)) {
    if (!told) onWait?.();
    told = true;
    await pause(200);
  }
  const release = () => rmSync(file, { force: true });
  const beat = setInterval(() => {
    const now = new Date();
    // A lock file that somebody deleted cannot be touched; the work goes on all the same.
    utimes(file, now, now, () => undefined);
  }, BEAT_MS);
  process.once('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    process.off('exit', release);
    release();
  }
}

/**
 * @param {string} file
 * @param {number} staleMs
 */
function taken(file, staleMs) {
  const age = ageMs(file);
  if (age !== undefined && age > staleMs) rmSync(file, { force: true });
  try {
    closeSync(openSync(file, 'wx', 0o600));
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** @param {string} file */
function ageMs(file) {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat && Date.now() - stat.mtimeMs;
}
