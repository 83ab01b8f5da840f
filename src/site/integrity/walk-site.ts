import { opendir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { isLeftover } from '../../../publishers/website/files';
import { isMissing } from '../../../publishers/website/is-missing';
import type { SiteCheck } from './site-check';

/** How long a file may be on its way to its place, milliseconds; an older one belongs to a process that was killed. */
const ON_ITS_WAY = 60 * 60_000;

export interface Walked {
  readonly name: string;
  /** False for links, wherever they lead, pipes and the like. */
  readonly isFile: boolean;
}

/**
 * Everything in the site that is no directory. Links are never followed; one directory at a time is open. Half-written
 * files are left out; those of killed processes are removed where the check restores.
 */
export async function* walkSite(
  check: SiteCheck,
  onLeftover: () => void,
  below = '',
): AsyncGenerator<Walked, void, undefined> {
  let entries;
  try {
    entries = await opendir(path.join(check.places.site, below));
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  for await (const entry of entries) {
    if (check.isOver()) return;
    const name = path.posix.join(below, entry.name);
    if (entry.isDirectory()) yield* walkSite(check, onLeftover, name);
    else if (!entry.isFile() || !isLeftover(entry.name)) yield { name, isFile: entry.isFile() };
    else if (await isOld(check, name)) {
      onLeftover();
      if (check.restores) await rm(path.join(check.places.site, name), { force: true });
    }
    await check.pace();
  }
}

async function isOld({ places, now }: SiteCheck, name: string): Promise<boolean> {
  const found = await stat(path.join(places.site, name)).catch(() => null);
  return found !== null && now().getTime() - found.mtimeMs > ON_ITS_WAY;
}
