import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Newsroom } from '../../unit/delivery/support/newsroom';

/** Where the built product is; `npm test` builds it before these tests run. */
const DIST = process.env['MINGBAI_DIST'] ?? join(__dirname, '../../../dist');

export interface WorkerOptions {
  readonly owner?: string;
  readonly lease?: number;
  readonly dieAt?: 'in-prepare' | 'before-intent' | 'after-intent' | 'after-answer' | 'after-store' | null;
  /** Milliseconds for which the process stands still before it stores its first intent. */
  readonly blockBeforeIntent?: number;
  /** Milliseconds by which its clock differs from the newsroom's. */
  readonly skew?: number;
}

export interface Worker {
  /** One tick and everything that it begins. `died` when the process ended meanwhile. */
  readonly work: () => Promise<'done' | 'died'>;
  /** Shows it the newsroom's clock again. */
  readonly readClock: () => Promise<'done' | 'died'>;
  /** SIGKILL, and waits until it is gone. */
  readonly kill: () => Promise<void>;
}

/** Starts a process of the built product on a newsroom's database, channels and files. */
export async function startWorker(newsroom: Newsroom, options: WorkerOptions): Promise<Worker> {
  const at = (): number => newsroom.clock.now().getTime() + (options.skew ?? 0);
  const settings = {
    dist: DIST,
    database: join(newsroom.directory, 'data.db'),
    media: join(newsroom.directory, 'media'),
    accounts: await newsroom.parts.accounts(),
    at: at(),
    lease: options.lease ?? 30_000,
    owner: options.owner ?? 'worker',
    dieAt: options.dieAt ?? null,
    blockBeforeIntent: options.blockBeforeIntent ?? 0,
  };
  const child = fork(join(__dirname, 'worker.cjs'), [JSON.stringify(settings)], { execArgv: [] });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const answered = answersOf(child);
  if ((await Promise.race([answered(0), exited])) === undefined) throw new Error('the worker could not start');

  let asked = 0;
  const ask = async (command: string, argument?: number): Promise<'done' | 'died'> => {
    if (child.exitCode !== null || child.signalCode !== null) return 'died';
    const id = ++asked;
    const answer = answered(id);
    child.send({ id, command, argument });
    return (await Promise.race([answer, exited])) ?? 'died';
  };
  return {
    work: () => ask('work'),
    readClock: () => ask('set', at()),
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

function answersOf(child: ChildProcess): (id: number) => Promise<'done'> {
  const waiting = new Map<number, () => void>();
  const early = new Set<number>();
  child.on('message', (message: { id: number }) => {
    waiting.get(message.id)?.();
    early.add(message.id);
  });
  return (id) =>
    new Promise((resolve) => {
      if (early.has(id)) resolve('done');
      else waiting.set(id, () => resolve('done'));
    });
}
