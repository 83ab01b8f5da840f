/**
 * Looks again and again, never twice at once; the first time after the pause.
 *
 * @param every milliseconds
 * @param failed is told when a look throws; the next one comes all the same
 * @returns how to stop: no further look begins, and what is under way is waited for
 */
export function lookAgain(
  look: () => Promise<void>,
  every: number,
  failed: (error: unknown) => void,
): () => Promise<void> {
  let running: Promise<void> | null = null;
  const timer = setInterval(() => {
    running ??= look()
      .catch(failed)
      .finally(() => (running = null));
  }, every);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
