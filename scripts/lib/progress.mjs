const EVERY_MS = 1_000;
/** Where lines cannot be rewritten, a sign of life this often is enough. */
const PLAIN_EVERY_SECONDS = 15;

/**
 * Shows that something is under way and for how long: one line, rewritten on a terminal; a line now and then elsewhere.
 * @param {string} label
 * @param {NodeJS.WriteStream} [out]
 * @returns {{ done: (note?: string) => void, failed: () => void }}
 */
export function progress(label, out = process.stdout) {
  const started = performance.now();
  const seconds = () => Math.round((performance.now() - started) / 1000);
  const rewrite = (/** @type {string} */ line) => out.write(`\r\u001b[2K${line}`);
  let shown = 0;

  if (out.isTTY) rewrite(`  …  ${label}`);
  else out.write(`  …  ${label}\n`);
  const timer = setInterval(() => {
    if (out.isTTY) rewrite(`  …  ${label} ${seconds()} 秒`);
    else if (seconds() - shown >= PLAIN_EVERY_SECONDS) {
      shown = seconds();
      out.write(`  …  ${label} ${shown} 秒\n`);
    }
  }, EVERY_MS);

  const end = (/** @type {string} */ sign, /** @type {string} */ note) => {
    clearInterval(timer);
    const line = `  ${sign}  ${label}${note ? ` ${note}` : ''}（${seconds()} 秒）\n`;
    if (out.isTTY) rewrite(line);
    else out.write(line);
  };
  return { done: (note = '') => end('✓', note), failed: () => end('✗', '未完成') };
}
