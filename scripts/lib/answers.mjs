/** Longer than any healthy answer; a server that is still starting may accept a connection and say nothing. */
const LIMIT_MS = 5_000;

/**
 * Whether an address answers a GET, with 200 when `ok` is asked for.
 * @param {string} url
 * @param {{ ok: boolean }} expected
 */
export async function answers(url, { ok }) {
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(LIMIT_MS) });
    await response.body?.cancel();
    return !ok || response.status === 200;
  } catch {
    // Not listening yet: the question will be asked again.
    return false;
  }
}
