/**
 * Asks again and again until there is an answer.
 * @param ask answers null (or false) as long as it has to be asked again
 * @param patience milliseconds; only a failing test uses it up
 */
export async function waitFor<T>(what: string, ask: () => Promise<T | null | false>, patience = 120_000): Promise<T> {
  const until = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== false) return answer;
    if (Date.now() > until) throw new Error(`waited in vain: ${what}`);
    await new Promise((wake) => setTimeout(wake, 300));
  }
}
