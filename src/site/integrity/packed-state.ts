import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';
import { codeOf } from '../../../publishers/micro-broadcast/error-code';
import { resolveInside } from '../../../publishers/website/files';
import type { Entry } from '../../../publishers/website/manifest/tree';
import type { Packing } from '../../../publishers/website/packed';

const NOT_THERE = new Set(['ENOENT', 'ENOTDIR']);
const UNPACK = { br: promisify(brotliDecompress), gzip: promisify(gunzip) } as const;

/** Whether the packed file beside a file holds the same bytes. Never unpacks more than there may be. */
export async function packedState(
  directory: string,
  name: string,
  entry: Entry,
  { encoding, ending }: Packing,
): Promise<'same' | 'missing' | 'altered'> {
  let file;
  try {
    file = await open(
      resolveInside(directory, name + ending),
      constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK,
    );
  } catch (error) {
    return NOT_THERE.has(codeOf(error) ?? '') ? 'missing' : 'altered';
  }
  try {
    const found = await file.stat();
    // Packing never makes a text much longer: whatever is, is not ours.
    if (!found.isFile() || found.size > entry.size + 1_024) return 'altered';
    return (await unpacksTo(encoding, await file.readFile(), entry)) ? 'same' : 'altered';
  } finally {
    await file.close();
  }
}

/** Whether packed bytes are those of a file. */
export async function unpacksTo(encoding: Packing['encoding'], packed: Buffer, entry: Entry): Promise<boolean> {
  try {
    const bytes = await UNPACK[encoding](packed, { maxOutputLength: entry.size + 1 });
    return bytes.length === entry.size && createHash('sha256').update(bytes).digest('hex') === entry.sha256;
  } catch {
    // Not packed this way, or longer than it may be.
    return false;
  }
}
