import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/** This machine and private networks: who comes from there may be a proxy that speaks for others. */
const NEAR = /^(::ffff:)?(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)|^(::1$|f[cd])/i;

/**
 * Where a request comes from, to be hashed at once and never kept. A proxy beside us adds the address that it saw at
 * the end of `X-Forwarded-For`; whatever stands before it the reader may have written himself.
 */
export function readerAddress({ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>): string {
  const peer = socket.remoteAddress ?? '';
  if (!NEAR.test(peer)) return peer;
  const seen = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim();
  return seen !== undefined && isIP(seen) ? seen : peer;
}
