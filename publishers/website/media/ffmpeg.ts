import { spawn, type ChildProcess } from 'node:child_process';
import { setPriority } from 'node:os';

/** How one run of a program ended. `failed`: it has looked at its input and gave up. */
export type Ran =
  | { readonly state: 'done'; readonly output: string }
  | { readonly state: 'failed'; readonly words: string }
  | { readonly state: 'not-installed' };

/** Far above what a step takes; a program that hangs must not keep its claim for ever. Milliseconds. */
const LONGEST = 10 * 60_000;
/** Readers and deliveries come first. */
const NICENESS = 10;
/** Characters of output that are kept; ffprobe's answer about a film is a few thousand. */
const KEPT = 200_000;

const running = new Set<ChildProcess>();
let watching = false;

/**
 * Runs ffmpeg or ffprobe from PATH, with low priority. It ends with this process.
 *
 * @param cwd where the names of files in `args` are found
 * @throws when it was killed: says nothing about its input
 */
export function runFfmpeg(program: 'ffmpeg' | 'ffprobe', args: readonly string[], cwd?: string): Promise<Ran> {
  if (!watching) process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));
  watching = true;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      // No secret of ours is any business of a program that reads files of strangers.
      env: { PATH: process.env['PATH'] ?? '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    // Not spawn's own limit: where the program is missing its timer is never cleared and keeps the process alive.
    const limit = setTimeout(() => child.kill('SIGKILL'), LONGEST);
    const ended = (): void => {
      clearTimeout(limit);
      running.delete(child);
    };
    if (child.pid !== undefined) lower(child.pid);
    let output = '';
    let words = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output = (output + text).slice(-KEPT)));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (words = (words + text).slice(-2_000)));
    child.on('error', (error) => {
      ended();
      if ('code' in error && error.code === 'ENOENT') resolve({ state: 'not-installed' });
      else reject(error);
    });
    child.on('close', (code, signal) => {
      ended();
      if (code === 0) resolve({ state: 'done', output });
      else if (signal === null) resolve({ state: 'failed', words });
      else reject(new Error(`${program} was ended by ${signal}`));
    });
  });
}

function lower(pid: number): void {
  try {
    setPriority(pid, NICENESS);
  } catch {
    // It has ended already, or the system does not let us: then it runs as we do.
  }
}
