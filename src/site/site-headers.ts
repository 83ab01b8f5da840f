import { extname } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jsonl': 'application/x-ndjson; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.vtt': 'text/vtt; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};
/** Played, so asked for in parts: always streamed. */
const PLAYED: Readonly<Record<string, string>> = {
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.wav': 'audio/wav',
};

/** The media type of what may be kept in memory; null for everything else. */
export const typeOf = (file: string): string | null => TYPES[extname(file)] ?? null;

/** The media type of what is streamed. */
export const streamedTypeOf = (file: string): string =>
  TYPES[extname(file)] ?? PLAYED[extname(file)] ?? 'application/octet-stream';

/** Names with a content hash never change; everything else is asked for again each time and answered 304. */
export const cacheControlOf = (path: string): string =>
  path.startsWith('/assets/') || path.startsWith('/media/') ? 'public, max-age=31536000, immutable' : 'no-cache';
