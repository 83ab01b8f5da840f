const SCHEME = /^(https?|mailto|tel):/i;
/** Spaces, controls and what ends an attribute or confuses an address bar. */
const FORBIDDEN = /[\s\p{Cc}<>"'`\\]/u;

/**
 * The address if a reader may be sent there, otherwise null: `http:`, `https:`, `mailto:`, `tel:`, and addresses within
 * our own site, which begin with a single slash.
 */
export function safeLink(address: string): string | null {
  const href = address.trim();
  if (FORBIDDEN.test(href)) return null;
  if (href.startsWith('/')) return href.startsWith('//') ? null : href;
  if (!SCHEME.test(href)) return null;
  return URL.canParse(href) ? href : null;
}
