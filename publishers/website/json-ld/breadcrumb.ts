import type { BreadcrumbList } from 'schema-dts';
import type { Crumb } from '../shell';

/**
 * The place of a page as search engines show it above the title.
 * @see https://developers.google.com/search/docs/appearance/structured-data/breadcrumb
 *
 * @param trail from the home page down to the page itself
 */
export const breadcrumb = (siteUrl: string, trail: readonly Crumb[]): BreadcrumbList => ({
  '@type': 'BreadcrumbList',
  itemListElement: trail.map(({ title, href }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: title,
    item: `${siteUrl}${href}`,
  })),
});
