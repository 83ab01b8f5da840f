import { statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, normalize } from 'node:path';
import { accepted } from './accepted';
import { isKnown } from './is-known';
import { createMemoryCache, type CachedFile } from './memory-cache';
import { filePath, readSiteFile } from './site-file';
import { streamFile } from './stream-file';

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

/** How stale a served page may be after a publication by another process, milliseconds. */
const STALE = 20;

/**
 * Serves the public site from files, hot ones from memory. Streaming each file costs eight times what answering from
 * memory costs, and a publication is the only thing that changes a page.
 */
export function createSiteHandler(options: SiteOptions) {
  const { directory, headers } = options;
  const cache = createMemoryCache(options.memory);
  let generation = 0;
  let checkedAt = 0;

  function forgetWhenChanged(): void {
    const now = Date.now();
    if (now - checkedAt < STALE) return;
    checkedAt = now;
    const changed = statSync(options.generation, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (changed !== generation) cache.clear();
    generation = changed;
  }

  async function load(path: string, status = 200): Promise<CachedFile | null> {
    const hot = cache.get(path);
    if (hot) return hot;
    const known = generation;
    const file = await read(path, status);
    // A page read before a publication must not be remembered after it.
    if (file && known === generation && !path.startsWith('/live/')) cache.set(path, file);
    return file;
  }

  async function read(path: string, status: number): Promise<CachedFile | null> {
    const isPage = path.endsWith('/') || path.endsWith('.html');
    return readSiteFile(directory, path, isPage && (await options.isWithdrawn(path)) ? 410 : status, headers);
  }

  function send(request: IncomingMessage, response: ServerResponse, file: CachedFile): void {
    let form = file.plain;
    for (const encoding of accepted(request.headers['accept-encoding'])) {
      const packed = file[encoding];
      if (!packed) continue;
      form = packed;
      break;
    }
    if (file.status === 200 && isKnown(request.headers['if-none-match'], form.etag)) {
      response.writeHead(304, form.unchanged).end();
      return;
    }
    response.writeHead(file.status, form.headers);
    response.end(request.method === 'HEAD' ? undefined : form.body);
  }

  async function notFound(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const page = await load('/404.html', 404);
    if (page) send(request, response, page);
    else response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8', ...headers }).end('没有这个页面');
  }

  async function isDirectory(path: string): Promise<boolean> {
    if (path.endsWith('/') || filePath(directory, path) === null) return false;
    return (await stat(join(directory, normalize(path))).catch(() => null))?.isDirectory() ?? false;
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    const path = pathOf(request.url ?? '/');
    forgetWhenChanged();
    const file = cache.get(path) ?? (await load(path));
    if (file) {
      send(request, response, file);
      return;
    }
    if (await isDirectory(path)) {
      response.writeHead(308, { location: encodeURI(`${path}/`), ...headers }).end();
      return;
    }
    const large = filePath(directory, path);
    if (large === null || !(await streamFile(request, response, large, path, headers))) {
      await notFound(request, response);
    }
  };
}

/** The path of an address without its query, decoded; `/404` for what cannot be decoded. */
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
