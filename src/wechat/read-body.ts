import type { IncomingMessage } from 'node:http';

/** Largest message, bytes. The platform's longest are a few thousand. */
const MAX_BYTES = 64 * 1024;
/** How long a body may take, milliseconds: the platform itself gives up after five seconds. */
const PATIENCE = 5_000;

export type Body = { readonly text: string } | { readonly refused: 400 | 413 };

/** The body as text, or the HTTP status that says why there is none: too long, or broken off, too slow or not UTF-8. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BYTES) return { refused: 413 };
  const timer = setTimeout(() => request.destroy(), PATIENCE);
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    // Left open when it is too long, or there would be nobody to tell.
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > MAX_BYTES) return { refused: 413 };
      chunks.push(chunk);
    }
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)) };
  } catch {
    return { refused: 400 };
  } finally {
    clearTimeout(timer);
  }
}
