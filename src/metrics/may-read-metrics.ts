import type { IncomingHttpHeaders } from 'node:http';
import { requireBearer } from '../automation/bearer';

const LOOPBACK = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/;
/** What proxies add. Behind one everybody comes from this machine, so its address says nothing any more. */
const FORWARDED = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'via',
] as const;

/** A request, as far as it says who asks. */
interface Asking {
  readonly headers: IncomingHttpHeaders;
  readonly socket: { readonly remoteAddress?: string | undefined };
}

/**
 * Lets in whoever bears the token of the automation API, and a monitor on this machine that asks directly.
 * @param token null while the operator has set none
 * @throws Refusal 503 or 401, as `requireBearer`
 */
export function mayReadMetrics({ headers, socket }: Asking, token: string | null): void {
  const isForwarded = FORWARDED.some((name) => headers[name] !== undefined);
  if (LOOPBACK.test(socket.remoteAddress ?? '') && !isForwarded) return;
  requireBearer(headers.authorization, token);
}
