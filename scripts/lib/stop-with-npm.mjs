const EVERY_MS = 500;

/**
 * Makes `npm start` end as a whole: npm passes a signal on to the shell between it and this process, and many a shell
 * dies of it without a word. A process that npm started and that loses its parent asks itself to end.
 */
export function stopWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, EVERY_MS);
  timer.unref();
}
