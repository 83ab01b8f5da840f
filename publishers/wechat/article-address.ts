/**
 * An address that a person gave, as it is kept; null unless it is one of an article on that very host: nothing else is
 * ever fetched.
 * @param base where readers open articles
 */
export function articleAddress(address: string, base: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, host, pathname, search, username, password } = new URL(address);
  const home = new URL(base);
  if (!/^https?:$/.test(protocol) || host !== home.host || username !== '' || password !== '') return null;
  return /^\/s(?:\/|$)/.test(pathname) ? `${home.origin}${pathname}${search}` : null;
}
