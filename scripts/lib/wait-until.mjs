import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks again and again until the answer is yes.
 * @param {() => Promise<boolean>} question
 * @param {{ limitMs: number, everyMs?: number, abandoned?: () => boolean }} options `abandoned`: nobody waits
 *   for the answer any more
 * @returns {Promise<boolean>} false when the limit has passed or the question was abandoned
 */
export async function waitUntil(question, { limitMs, everyMs = 200, abandoned = () => false }) {
  const end = performance.now() + limitMs;
  while (!abandoned() && performance.now() < end) {
    if (await question()) return true;
    await pause(everyMs);
  }
  return false;
}
