import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { isKnown } from './is-known';
import { cacheControlOf, streamedTypeOf } from './site-headers';

interface Part {
  /** First and last byte, both sent. */
  readonly start: number;
  readonly end: number;
}

/**
 * Sends a file that is too large for memory, or a part of it: players ask for parts, and some play nothing that comes
 * as a whole. One part at a time; whoever asks for several gets the whole, as RFC 9110 allows.
 * @param file absolute
 * @param path as asked for
 * @returns false when there is no such file, and nothing was sent
 */
export async function streamFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: string,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<boolean> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) return false;
  const { size, mtimeMs } = found;
  const etag = `"${size.toString(36)}-${Math.floor(mtimeMs).toString(36)}"`;
  const common = {
    'content-type': streamedTypeOf(file),
    'cache-control': cacheControlOf(path),
    'accept-ranges': 'bytes',
    etag,
    ...headers,
  };
  if (isKnown(request.headers['if-none-match'], etag)) {
    response.writeHead(304, common).end();
    return true;
  }
  // A part of a file that has changed since must not be joined to parts of the old one.
  const same = request.headers['if-range'] === undefined || request.headers['if-range'] === etag;
  const part = same ? partOf(request.headers.range, size) : null;
  if (part === 'beyond') {
    response.writeHead(416, { ...headers, 'content-range': `bytes */${size}` }).end();
    return true;
  }
  const { start, end } = part ?? { start: 0, end: size - 1 };
  response.writeHead(part ? 206 : 200, {
    ...common,
    'content-length': end - start + 1,
    ...(part && { 'content-range': `bytes ${start}-${end}/${size}` }),
  });
  if (request.method === 'HEAD' || size === 0) response.end();
  // A reader who leaves half-way is no trouble.
  else await pipeline(createReadStream(file, { start, end }), response).catch(() => response.destroy());
  return true;
}

/** The part that is asked for; null = the whole, `beyond` = none of it is there. */
function partOf(header: string | undefined, size: number): Part | 'beyond' | null {
  const [whole, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? [];
  if (whole === undefined || (first === '' && last === '')) return null;
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'beyond' : { start: size - length, end: size - 1 };
  }
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < start) return null;
  return start >= size ? 'beyond' : { start, end };
}
