import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { StillHeld } from '../../../publishers/contract';
import { applyChanges } from '../../../publishers/website/changes';
import { demand, resolveInside } from '../../../publishers/website/files';
import { isOriginal } from '../../../publishers/website/manifest/copies';
import { fileState, isSame } from '../../../publishers/website/manifest/file-state';
import type { Entry } from '../../../publishers/website/manifest/tree';
import type { Expected } from './expected';
import { quarantine } from './quarantine';
import type { Deed, SiteCheck } from './site-check';
import { trueBytes } from './true-bytes';

/**
 * Puts a file right: what lies there goes into quarantine, then its true bytes come back. Where they are not to be had,
 * readers get nothing rather than what somebody else has written.
 * @param expected null for a file that must not be there
 * @returns `left` where the disk refused
 */
export async function restore(
  check: SiteCheck,
  name: string,
  expected: Expected | null,
  stillHeld: StillHeld,
): Promise<Deed> {
  try {
    demand(stillHeld);
    await quarantine(check, name);
    return expected ? await putBack(check, name, expected, stillHeld) : 'restored';
  } catch (error) {
    check.log('error', 'a file of the site could not be put right', { name, error: String(error) });
    return 'left';
  }
}

async function putBack(
  check: SiteCheck,
  name: string,
  { plain, entry, packing }: Expected,
  stillHeld: StillHeld,
): Promise<Deed> {
  const { site, state } = check.places;
  const bytes = await trueBytes(check.places, plain, entry);
  if (bytes) {
    // Without the list: it says already what is put there. A packed file comes back with the one beside which it lies.
    await applyChanges({ site, state }, [{ in: 'site', name: plain, data: bytes }], stillHeld);
    return 'restored';
  }
  // Servers do without a packed file.
  if (packing) return 'removed';
  return isOriginal(name, entry) && (await copyOriginal(check, name, entry, stillHeld)) ? 'restored' : 'removed';
}

/** From the signed files, never held in memory as a whole. */
async function copyOriginal(check: SiteCheck, name: string, entry: Entry, stillHeld: StillHeld): Promise<boolean> {
  const source = await check.original(entry.sha256);
  if (source === null) return false;
  const target = resolveInside(check.places.site, name);
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${randomUUID()}.tmp`);
  await mkdir(path.dirname(target), { recursive: true });
  try {
    await copyFile(source, temporary);
    const copied = path.relative(check.places.site, temporary);
    if (!isSame(await fileState(check.places.site, copied, check.pace), entry)) return false;
    demand(stillHeld);
    await rename(temporary, target);
    return true;
  } finally {
    await rm(temporary, { force: true });
  }
}
