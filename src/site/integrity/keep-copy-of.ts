import { readFile } from 'node:fs/promises';
import { resolveInside } from '../../../publishers/website/files';
import { copyOf, isOriginal, keepCopy } from '../../../publishers/website/manifest/copies';
import { hashOf, type Entry } from '../../../publishers/website/manifest/tree';
import { pack } from '../../../publishers/website/packed';
import type { SiteCheck } from './site-check';
import { trueBytes } from './true-bytes';

/** Makes the copy of a public file anew where it is missing or damaged; only from bytes that are the true ones. */
export async function keepCopyOf({ places }: SiteCheck, name: string, entry: Entry): Promise<void> {
  if (isOriginal(name, entry) || (await trueBytes(places, name, entry))) return;
  const bytes = await readFile(resolveInside(places.site, name)).catch(() => null);
  if (!bytes || hashOf(bytes) !== entry.sha256) return;
  const copy = copyOf(name, entry, bytes, await pack(name, bytes));
  if (copy) await keepCopy(places, copy);
}
