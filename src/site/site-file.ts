import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { isPackable, PACKINGS } from '../../publishers/website/packed';
import type { CachedFile, Encoded } from './memory-cache';
import { cacheControlOf, typeOf } from './site-headers';

/** Largest file that is kept in memory; anything above is streamed, with ranges. Bytes. */
export const HOT = 512 * 1024;
/** What fits into the first packet anyway is not packed. Bytes. */
const SMALLEST = 1_024;
const gzipped = promisify(gzip);

/** The file behind a path; null for a path that leaves the directory or names a hidden file. */
export function filePath(directory: string, path: string): string | null {
  if (path.includes('\0') || path.split('/').some((part) => part.startsWith('.') && part !== '.well-known'))
    return null;
  const file = normalize(join(directory, path.endsWith('/') ? `${path}index.html` : path));
  return file.startsWith(directory + sep) ? file : null;
}

/**
 * Reads a file with the packed ones beside it. The plain one first: a publication takes the packed ones away before it
 * changes it, so what is read afterwards is never older. Each gets a tag of its own bytes, so that no cache ever takes
 * one for the other.
 * @param headers sent with every answer
 * @returns null for what is not there, is too large for memory, or is of no kind that is kept there
 */
export async function readSiteFile(
  directory: string,
  path: string,
  status: number,
  headers: Readonly<Record<string, string>>,
): Promise<CachedFile | null> {
  const file = filePath(directory, path);
  const type = file === null ? null : typeOf(file);
  if (file === null || type === null) return null;
  const found = await stat(file).catch(() => null);
  if (!found?.isFile() || found.size > HOT) return null;
  const body = await readFile(file);
  const common = {
    'content-type': type,
    'cache-control': status === 200 ? cacheControlOf(path) : 'no-cache',
    vary: 'accept-encoding',
    ...headers,
  };
  const encoded = (bytes: Buffer, encoding: string | null): Encoded => {
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
    const all = { ...common, etag, ...(encoding !== null && { 'content-encoding': encoding }) };
    return { body: bytes, etag, headers: { ...all, 'content-length': String(bytes.length) }, unchanged: all };
  };
  const packed = new Map<string, Encoded>();
  if (isPackable(file) && body.length >= SMALLEST) {
    for (const { encoding, ending } of PACKINGS) {
      const bytes = await readFile(file + ending).catch(() => null);
      if (bytes) packed.set(encoding, encoded(bytes, encoding));
    }
    // A page of a time before there were packed files, or one that is being published this moment.
    if (!packed.has('gzip')) packed.set('gzip', encoded(await gzipped(body), 'gzip'));
  }
  return { status, plain: encoded(body, null), br: packed.get('br') ?? null, gzip: packed.get('gzip') ?? null };
}
