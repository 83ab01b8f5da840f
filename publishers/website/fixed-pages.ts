import { CATEGORIES } from '../content';
import { assets } from './assets';
import type { Change } from './changes';
import { fixedPart } from './feeds/sitemap';
import type { Frame } from './frame';
import { openLists } from './lists';
import { notFoundPage } from './pages/not-found-page';
import type { Places } from './places';
import { drawTopic, openTopic } from './topics';

/** Style sheet and scripts of this program. Written before any page that names them. */
export const drawAssets = (): readonly Change[] =>
  [...assets().values()].map(({ url, data }): Change => ({ in: 'site', name: url.slice(1), data }));

/** What every site has, however many explainers: home page, the front of each topic, feeds, site map, 404, robots. */
export async function drawFixed(places: Places, frame: Frame): Promise<readonly Change[]> {
  const topics = await Promise.all(
    CATEGORIES.map(async (category) => drawTopic(frame, category, await openTopic(places, category))),
  );
  const lists = await openLists(places);
  return [
    ...topics.flat(),
    ...(await lists.draw(frame)),
    fixedPart(frame.siteUrl),
    { in: 'site', name: '404.html', data: notFoundPage(frame) },
    {
      in: 'site',
      name: 'robots.txt',
      data: `User-agent: *\nDisallow: /search\nSitemap: ${frame.siteUrl}/sitemap.xml\n`,
    },
  ];
}
