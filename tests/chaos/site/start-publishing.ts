import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Account } from '../../../publishers/contract';
import { DIST } from '../harness/dist';
import type { Deed } from './deeds';
import { PICTURE_BYTES } from './pictures';

export interface Publishing {
  /** Does it and says how it ended; null when the process was killed meanwhile. */
  readonly tell: (deed: Deed) => Promise<DeedOutcome | null>;
  /** SIGKILL, and waits until it is gone. */
  readonly kill: () => Promise<void>;
}

export interface DeedOutcome {
  readonly state: string;
  readonly receipt?: { readonly at: string };
  readonly problem?: { readonly code: string };
}

/** Starts a process of the built product that publishes to a site. @param at what time it believes it is, milliseconds */
export async function startPublishing(
  connection: Readonly<Record<string, string>>,
  account: Account,
  at: number,
): Promise<Publishing> {
  const settings = { dist: DIST, connection, account, at, pictures: PICTURE_BYTES };
  const child = fork(join(__dirname, 'publish.cjs'), [JSON.stringify(settings)], { execArgv: [] });
  const exited = new Promise<null>((resolve) => child.once('exit', () => resolve(null)));
  const answerTo = (id: number): Promise<DeedOutcome> =>
    new Promise((resolve) => {
      const listen = (message: { readonly id: number; readonly outcome: DeedOutcome }): void => {
        if (message.id !== id) return;
        child.off('message', listen);
        resolve(message.outcome);
      };
      child.on('message', listen);
    });
  if ((await Promise.race([answerTo(0), exited])) === null) throw new Error('the process could not start');
  let told = 0;
  return {
    tell: ({ deed, of }) => {
      if (child.exitCode !== null || child.signalCode !== null) return exited;
      const id = ++told;
      const answer = answerTo(id);
      child.send({ id, deed, of }, () => undefined);
      return Promise.race([answer, exited]);
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
