import { accentStyle } from './accent-style';
import { assets } from './assets';
import type { Change } from './changes';
import { fixedPart } from './feeds/sitemap';
import type { Frame } from './frame';
import { openLists } from './lists';
import { fixedDataFiles } from './open-data/fixed-files';
import { notFoundPage } from './pages/not-found-page';
import { sitemapPage } from './pages/sitemap-page';
import type { Places } from './places';
import { SHELF_IDS } from './shelves';
import { drawTopic, openTopic } from './topics';

/** Style sheet and scripts of this program, and the colour of this site. Written before any page that names them. */
export function drawAssets({ site }: Frame): readonly Change[] {
  const accent = accentStyle(site);
  return [...assets().values(), ...(accent ? [accent] : [])].map(({ url, data }): Change => ({
    in: 'site',
    name: url.slice(1),
    data,
  }));
}

/**
 * Answers to questions may be fetched, or nobody would see that they ask not to be kept. What they offer to narrow, sort
 * and turn has more combinations than any robot should try: all that is asked with more than the question itself.
 */
const robots = ({ siteUrl }: Frame): string => `User-agent: *\nDisallow: /search?*&\nSitemap: ${siteUrl}/sitemap.xml\n`;

/** What every site has, however many explainers: home page, the front of each list, feeds, site map, data, 404, robots. */
export async function drawFixed(places: Places, frame: Frame): Promise<readonly Change[]> {
  const topics = await Promise.all(SHELF_IDS.map(async (id) => drawTopic(frame, id, await openTopic(places, id))));
  const lists = await openLists(places);
  return [
    ...topics.flat(),
    ...(await lists.draw(frame)),
    fixedPart(frame.siteUrl),
    ...fixedDataFiles(frame),
    { in: 'site', name: 'sitemap/index.html', data: sitemapPage(frame) },
    { in: 'site', name: '404.html', data: notFoundPage(frame) },
    {
      in: 'site',
      name: 'robots.txt',
      data: robots(frame),
    },
  ];
}
