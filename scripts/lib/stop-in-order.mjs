import { stopGroup } from './stop-group.mjs';

/** Above the twenty seconds for which the product waits for calls under way, or a clean stop would leave doubt. */
const PATIENCE_MS = 30_000;

/**
 * Ends programs one after the other: a request, then patience, then force.
 * @param {import('./launch.mjs').Launched[]} programs in the order in which they have to end
 * @param {number} [patienceMs] for each
 */
export async function stopInOrder(programs, patienceMs = PATIENCE_MS) {
  for (const { child, ended } of programs) {
    const running = child.exitCode === null && child.signalCode === null;
    if (running) child.kill('SIGTERM');
    const force = setTimeout(() => stopGroup(child.pid, 'SIGKILL'), patienceMs);
    await ended;
    clearTimeout(force);
  }
}
