import type { IncomingMessage } from 'node:http';
import { parseMultipart, type Part } from './multipart';

/** A request that has been read completely. */
export interface SandboxRequest {
  readonly method: string;
  /** Without the platform's prefix and without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly mime: string;
  readonly body: Buffer;
  /** Null unless the body is multipart. */
  readonly parts: readonly Part[] | null;
  /** From where it came. */
  readonly ip: string;
}

/** Above the largest upload that either platform takes (10 MB), with room for the envelope. */
export const MAX_BODY_BYTES = 16 * 1024 * 1024;

/** Reads the whole request; null when the body is too long. */
export async function readRequest(incoming: IncomingMessage): Promise<SandboxRequest | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_BODY_BYTES) return null;
    chunks.push(chunk);
  }
  const url = new URL(incoming.url ?? '/', 'http://sandbox');
  const type = incoming.headers['content-type'] ?? '';
  const body = Buffer.concat(chunks);
  return {
    method: incoming.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: incoming.headers,
    mime: type.split(';')[0]?.trim().toLowerCase() ?? '',
    body,
    parts: parseMultipart(type, body),
    ip: (incoming.socket.remoteAddress ?? '').replace(/^::ffff:/, ''),
  };
}
