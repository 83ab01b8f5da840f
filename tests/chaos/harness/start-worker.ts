import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Times } from '../../../src/delivery/shared-lock';
import type { PlanRequest } from '../../../src/delivery/plan';
import type { Newsroom } from '../../unit/delivery/support/newsroom';
import { DIST } from './dist';

export interface WorkerOptions {
  readonly owner?: string;
  readonly lease?: number;
  readonly dieAt?: 'in-prepare' | 'before-intent' | 'after-intent' | 'after-answer' | 'after-store' | null;
  /** Milliseconds for which the process stands still before it stores its first intent. */
  readonly blockBeforeIntent?: number;
  /** It stops (SIGSTOP) as soon as it has placed the page of an explainer, before what leads to it. */
  readonly stopAfterPage?: boolean;
  readonly locks?: Times;
  /** Milliseconds by which its clock differs from the newsroom's. */
  readonly skew?: number;
}

export interface Worker {
  /** One tick and everything that it begins. `died` when the process ended meanwhile. */
  readonly work: () => Promise<string>;
  /** Shows it the newsroom's clock again. */
  readonly readClock: () => Promise<string>;
  /** Answers `done` or the code of the refusal. */
  readonly plan: (request: PlanRequest) => Promise<string>;
  /** SIGCONT: it goes on as if nothing had been. */
  readonly wake: () => void;
  /** SIGKILL, and waits until it is gone. */
  readonly kill: () => Promise<void>;
}

/** Starts a process of the built product on a newsroom's database, channels and files. */
export async function startWorker(newsroom: Newsroom, options: WorkerOptions): Promise<Worker> {
  const at = (): number => newsroom.clock.now().getTime() + (options.skew ?? 0);
  const settings = {
    dist: DIST,
    database: newsroom.address,
    media: join(newsroom.directory, 'media'),
    accounts: await newsroom.parts.accounts(),
    at: at(),
    lease: options.lease ?? 30_000,
    owner: options.owner ?? 'worker',
    dieAt: options.dieAt ?? null,
    blockBeforeIntent: options.blockBeforeIntent ?? 0,
    stopAfterPage: options.stopAfterPage ?? false,
    locks: options.locks,
  };
  const child = fork(join(__dirname, 'worker.cjs'), [JSON.stringify(settings)], { execArgv: [] });
  const exited = new Promise<'died'>((resolve) => child.once('exit', () => resolve('died')));
  const answerTo = answersOf(child);
  if ((await Promise.race([answerTo(0), exited])) === 'died') throw new Error('the worker could not start');

  let asked = 0;
  const ask = (command: string, argument?: unknown): Promise<string> => {
    if (child.exitCode !== null || child.signalCode !== null) return exited;
    const id = ++asked;
    const answer = answerTo(id);
    child.send({ id, command, argument });
    return Promise.race([answer, exited]);
  };
  return {
    work: () => ask('work'),
    readClock: () => ask('set', at()),
    plan: (request) => ask('plan', request),
    wake: () => void child.kill('SIGCONT'),
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

interface Answer {
  readonly id: number;
  readonly answer: string;
}

/** What the process answers to a question, by its number. */
function answersOf(child: ChildProcess): (id: number) => Promise<string> {
  return (id) =>
    new Promise((resolve) => {
      const listen = (message: Answer): void => {
        if (message.id !== id) return;
        child.off('message', listen);
        resolve(message.answer);
      };
      child.on('message', listen);
    });
}
