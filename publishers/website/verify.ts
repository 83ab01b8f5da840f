import { access, constants } from 'node:fs/promises';
import type { Account, Io, Verdict } from '../contract';
import { problem } from '../problems';
import { missingForLive } from './missing-marks';
import { siteOf, wrongSettings } from './settings';

/** Whether the settings are right, a live site bears its own marks, and both directories can be written. Read-only. */
export async function verify(account: Account, io: Io): Promise<Verdict> {
  const wrong = wrongSettings(account);
  if (wrong.length > 0) {
    return { healthy: false, problem: problem('website.settings', { names: wrong.join('、') }) };
  }
  const site = siteOf(account);
  const missing = site.live ? missingForLive({ site, siteUrl: account.siteUrl }) : [];
  if (missing.length > 0) {
    return { healthy: false, problem: problem('website.not-ready-to-go-live', { names: missing.join('、') }) };
  }
  const directories = [io.connection['siteDir'], io.connection['siteStateDir']];
  const writable = await Promise.all(directories.map(canWrite));
  return writable.every(Boolean)
    ? { healthy: true, problem: null }
    : { healthy: false, problem: problem('website.directories') };
}

async function canWrite(directory: string | undefined): Promise<boolean> {
  if (!directory) return false;
  try {
    await access(directory, constants.R_OK | constants.W_OK);
    return true;
  } catch {
    // Missing, on a full or read-only disk, or of another owner: the same to whoever publishes.
    return false;
  }
}
