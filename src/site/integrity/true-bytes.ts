import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { copiesDirectory, copyNames } from '../../../publishers/website/manifest/copies';
import type { Entry } from '../../../publishers/website/manifest/tree';
import type { Places } from '../../../publishers/website/places';

const unpack = promisify(brotliDecompress);

/** The bytes of a public file from its copy, proven by their hash; null when there is no copy that is whole. */
export async function trueBytes(places: Places, name: string, entry: Entry): Promise<Buffer | null> {
  const { plain, packed } = copyNames(name, entry);
  const tries = [
    async () => unpack(await readFile(path.join(copiesDirectory(places), packed)), { maxOutputLength: entry.size + 1 }),
    async () => readFile(path.join(copiesDirectory(places), plain)),
  ];
  for (const read of tries) {
    // Missing or damaged, it makes no difference: the next one, or none.
    const bytes = await read().catch(() => null);
    if (bytes && createHash('sha256').update(bytes).digest('hex') === entry.sha256) return bytes;
  }
  return null;
}
