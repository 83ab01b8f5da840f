import { fork, type ChildProcess } from 'node:child_process';
import { openSync } from 'node:fs';
import { join } from 'node:path';

export interface Child {
  readonly process: ChildProcess;
  /** Settles with the value when the process says `{ [name]: value }`. @throws when it ends before */
  readonly says: (name: string) => Promise<unknown>;
  readonly exited: Promise<void>;
  /** SIGKILL, and waits until it is gone. */
  readonly kill: () => Promise<void>;
}

/** Starts one of the programs in `processes/`. What it prints goes to the end of `log`. */
export function startChild(name: string, settings: object, log: string): Child {
  const output = openSync(log, 'a');
  const child = fork(join(__dirname, 'processes', `${name}.cjs`), [JSON.stringify(settings)], {
    execArgv: [],
    stdio: ['ignore', output, output, 'ipc'],
  });
  const heard = new Map<string, unknown>();
  const listeners = new Set<() => void>();
  child.on('message', (message: object) => {
    for (const [key, value] of Object.entries(message)) heard.set(key, value);
    for (const listener of listeners) listener();
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    process: child,
    exited,
    says: (key) =>
      new Promise((resolve, reject) => {
        const listen = (): void => {
          if (!heard.has(key)) return;
          listeners.delete(listen);
          resolve(heard.get(key));
        };
        listeners.add(listen);
        listen();
        void exited.then(() => reject(new Error(`${name} ended before it said ${key}; see ${log}`)));
      }),
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
