import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a form was sent from a page of this site. There is no session that another site could abuse; it would only
 * make its own visitors answer. Browsers without the header are let in: a program could write anything into it.
 */
export function isOwnOrigin({ origin, host }: IncomingHttpHeaders, siteUrl: string): boolean {
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  return from.origin === new URL(siteUrl).origin || from.host === host;
}
