import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { copiesDirectory, copyName, PACKED } from '../../../publishers/website/manifest/copies';
import { hashOf, type Entry } from '../../../publishers/website/manifest/tree';
import type { Places } from '../../../publishers/website/places';

const unpack = promisify(brotliDecompress);

/** The bytes of a public file from its copy, proven by their hash; null when there is no copy that is whole. */
export async function trueBytes(places: Places, name: string, entry: Entry): Promise<Buffer | null> {
  const copy = copyName(name, entry);
  try {
    const kept = await readFile(path.join(copiesDirectory(places), copy));
    const bytes = copy.endsWith(PACKED) ? await unpack(kept, { maxOutputLength: entry.size + 1 }) : kept;
    return hashOf(bytes) === entry.sha256 ? bytes : null;
  } catch {
    // Missing or damaged, it makes no difference.
    return null;
  }
}
