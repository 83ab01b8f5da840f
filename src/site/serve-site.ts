import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import sirv from 'sirv';
import { createMemoryCache, type CachedFile } from './memory-cache';

export interface SiteOptions {
  /** The public files. */
  readonly directory: string;
  /** A file that is written whenever the site changes; its time tells that the memory is out of date. */
  readonly generation: string;
  /** Memory for hot files, bytes. */
  readonly memory: number;
  /** Whether the page at this path was taken back: answered with 410 instead of 200. */
  readonly isWithdrawn: (path: string) => Promise<boolean>;
  readonly headers: Readonly<Record<string, string>>;
}

/** Largest file that is kept in memory; anything above is streamed, with ranges. Bytes. */
const HOT = 512 * 1024;
/** How stale a served page may be after a publication by another process, milliseconds. */
const STALE = 20;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.vtt': 'text/vtt; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};
const COMPRESSED = new Set(['.html', '.css', '.js', '.json', '.xml', '.txt', '.svg', '.vtt']);
const gzipped = promisify(gzip);

/**
 * Serves the public site from files, hot ones from memory. Streaming each file costs eight times what answering from
 * memory costs, and a publication is the only thing that changes a page.
 */
export function createSiteHandler(options: SiteOptions) {
  const cache = createMemoryCache(options.memory);
  const stream = sirv(options.directory, { dev: true, etag: true, setHeaders: setStreamHeaders });
  let generation = 0;
  let checkedAt = 0;

  function setStreamHeaders(response: ServerResponse): void {
    for (const [name, value] of Object.entries(options.headers)) response.setHeader(name, value);
  }

  function forgetWhenChanged(): void {
    const now = Date.now();
    if (now - checkedAt < STALE) return;
    checkedAt = now;
    const changed = statSync(options.generation, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (changed !== generation) cache.clear();
    generation = changed;
  }

  async function load(path: string): Promise<CachedFile | null> {
    const file = filePath(options.directory, path);
    if (file === null) return null;
    const found = await stat(file).catch(() => null);
    if (!found?.isFile() || found.size > HOT) return null;
    const extension = extname(file);
    const type = TYPES[extension];
    if (type === undefined) return null;
    const body = await readFile(file);
    const packed = COMPRESSED.has(extension) && body.length > 1_024 ? await gzipped(body) : null;
    return {
      body,
      gzip: packed,
      type,
      etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
      // Names with a content hash never change; pages are asked for again each time and answered 304.
      cacheControl:
        path.startsWith('/assets/') || path.startsWith('/media/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    };
  }

  function send(request: IncomingMessage, response: ServerResponse, file: CachedFile, status: number): void {
    if (status === 200 && isKnown(request.headers['if-none-match'], file.etag)) {
      response.writeHead(304, { etag: file.etag, 'cache-control': file.cacheControl, ...options.headers });
      response.end();
      return;
    }
    const packed = file.gzip !== null && (request.headers['accept-encoding']?.includes('gzip') ?? false);
    const body = packed ? file.gzip : file.body;
    response.writeHead(status, {
      'content-type': file.type,
      'content-length': body.length,
      etag: file.etag,
      'cache-control': file.cacheControl,
      vary: 'accept-encoding',
      ...(packed && { 'content-encoding': 'gzip' }),
      ...options.headers,
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  }

  async function notFound(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const page = await load('/404.html');
    if (page) send(request, response, page, 404);
    else response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('没有这个页面');
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    const path = pathOf(request.url ?? '/');
    forgetWhenChanged();
    const hot = cache.get(path);
    if (hot) {
      send(request, response, hot, 200);
      return;
    }
    const known = generation;
    const file = await load(path);
    if (file) {
      if (file.type.startsWith('text/html') && (await options.isWithdrawn(path))) {
        send(request, response, file, 410);
        return;
      }
      // A page read before a publication must not be remembered after it.
      if (known === generation && !path.startsWith('/live/')) cache.set(path, file);
      send(request, response, file, 200);
      return;
    }
    const target = filePath(options.directory, path);
    const directory =
      !path.endsWith('/') && (await stat(join(options.directory, normalize(path))).catch(() => null))?.isDirectory();
    if (directory) {
      response.writeHead(308, { location: encodeURI(`${path}/`) }).end();
      return;
    }
    if (target === null) {
      await notFound(request, response);
      return;
    }
    stream(request, response, () => void notFound(request, response));
  };
}

/** Whether the reader has it already. Proxies that pack pages mark the tag as weak; caches send every tag they hold. */
const isKnown = (header: string | undefined, etag: string): boolean =>
  header?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*') ?? false;

/** The path of an address without its query, decoded; `/` for what cannot be decoded. */
function pathOf(url: string): string {
  const end = url.search(/[?#]/);
  const path = end === -1 ? url : url.slice(0, end);
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return '/404';
  }
}

/** The file behind a path; null for a path that leaves the directory. */
function filePath(directory: string, path: string): string | null {
  if (path.includes('\0') || path.split('/').some((part) => part.startsWith('.') && part !== '.well-known'))
    return null;
  const file = normalize(join(directory, path.endsWith('/') ? `${path}index.html` : path));
  return file.startsWith(directory + sep) ? file : null;
}
