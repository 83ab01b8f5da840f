import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import type { Account, Io, Verdict } from '../contract';
import { problem } from '../problems';
import { broadcastConnectionOf } from './connection';
import { broadcastSettings } from './settings';

/** Whether a room could be opened now: settings in order, both directories writable. */
export async function verify(account: Account, io: Io): Promise<Verdict> {
  const reach = broadcastConnectionOf(io.connection);
  if ('missing' in reach) return { healthy: false, problem: problem('broadcast.not-connected', reach) };
  const wrong = broadcastSettings.safeParse(account.settings).error?.issues ?? [];
  if (wrong.length > 0) {
    const names = [...new Set(wrong.map(({ path }) => path.join('.')))].join('、');
    return { healthy: false, problem: problem('broadcast.settings', { names }) };
  }
  try {
    for (const directory of [reach.connection.siteDir, reach.connection.siteStateDir]) {
      await mkdir(directory, { recursive: true });
      await access(directory, constants.W_OK);
    }
  } catch {
    return { healthy: false, problem: problem('broadcast.not-writable') };
  }
  return { healthy: true, problem: null };
}
