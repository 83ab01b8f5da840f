/**
 * Looks again and again, never twice at once; the first time after the pause, or at once.
 *
 * @param every milliseconds
 * @param failed is told when a look throws; the next one comes all the same
 * @returns how to stop: no further look begins, and what is under way is waited for
 */
export function lookAgain(
  look: () => Promise<void>,
  every: number,
  failed: (error: unknown) => void,
  { atOnce = false } = {},
): () => Promise<void> {
  let running: Promise<void> | null = null;
  const lookNow = (): void => {
    running ??= look()
      .catch(failed)
      .finally(() => (running = null));
  };
  if (atOnce) lookNow();
  const timer = setInterval(lookNow, every);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
