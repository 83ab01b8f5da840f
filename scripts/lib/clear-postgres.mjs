import { readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Of the temporary directories of servers. */
export const PREFIX = 'mingbai-postgres-';
/** How often a living keeper has to touch its directory, milliseconds. */
export const BEAT_MS = 5_000;
/** Well above the beat, for a busy machine. Process ids would not do: containers reuse them and keep dead ones. */
const STALE_MS = 60_000;

/**
 * Takes away what servers left whose keeper was killed. Such a server, should it still run, ends by itself within a
 * minute: PostgreSQL looks that often whether its `postmaster.pid` is still there.
 */
export function clearPostgres() {
  for (const name of readdirSync(tmpdir()).filter((one) => one.startsWith(PREFIX))) {
    const directory = join(tmpdir(), name);
    const touched = statSync(directory, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (Date.now() - touched > STALE_MS) rmSync(directory, { recursive: true, force: true });
  }
}
