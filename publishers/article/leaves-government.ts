/** Where readers may go without a word: government, and the registry of its marks. */
const GOVERNMENT = /(?:^|\.)(?:gov\.cn|conac\.cn)$/i;

/**
 * The host to which a link leaves the sites of government, or null. Government sites tell their readers before they go
 * (政府网站发展指引).
 */
export function leavesGovernment(href: string): string | null {
  if (!/^https?:/i.test(href) || !URL.canParse(href)) return null;
  const { hostname } = new URL(href);
  return GOVERNMENT.test(hostname) ? null : hostname;
}
