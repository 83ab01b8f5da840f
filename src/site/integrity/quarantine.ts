import { cp, lstat, mkdir, rename, rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { codeOf } from '../../../publishers/micro-broadcast/error-code';
import { resolveInside } from '../../../publishers/website/files';
import type { SiteCheck } from './site-check';

/**
 * Takes something out of the site without destroying it: an alteration is evidence. A link is moved as a link, never
 * followed. It lies in the state, under its name in a folder of the moment at which it was found.
 */
export async function quarantine({ places, now }: SiteCheck, name: string): Promise<void> {
  const from = resolveInside(places.site, name);
  if (!(await lstat(from).catch(() => null))) return;
  const folder = path.join(places.state, 'quarantine', now().toISOString().replace(/[:.]/g, '-'));
  const to = await place(path.join(folder, name), path.join(`${folder}-${randomUUID().slice(0, 8)}`, name));
  try {
    await rename(from, to);
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error;
    await cp(from, to, { recursive: true, verbatimSymlinks: true });
    await rm(from, { recursive: true, force: true });
  }
}

/** @param other where a thing of this name, or a file in the place of its directory, lies there already */
async function place(to: string, other: string): Promise<string> {
  try {
    await mkdir(path.dirname(to), { recursive: true });
    if (!(await lstat(to).catch(() => null))) return to;
  } catch (error) {
    if (!['EEXIST', 'ENOTDIR'].includes(codeOf(error) ?? '')) throw error;
  }
  await mkdir(path.dirname(other), { recursive: true });
  return other;
}
