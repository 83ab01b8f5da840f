import type { Account, Io } from '../contract';
import { accentStyle } from './accent-style';
import { assets } from './assets';
import type { Change } from './changes';
import { fixedPart } from './feeds/sitemap';
import type { Frame } from './frame';
import { openLists } from './lists';
import { fixedDataFiles } from './open-data/fixed-files';
import { notFoundPage } from './pages/not-found-page';
import { sitemapPage } from './pages/sitemap-page';
import { placesOf } from './places';
import { publishChanges } from './publish-changes';
import { siteOf } from './settings';
import { SHELF_IDS } from './shelves';
import { drawTopic, openTopic } from './topics';

type SiteIo = Pick<Io, 'connection' | 'exclusive'>;

/**
 * Makes an empty site whole, and gives a site that stands the assets of this program: style sheet and scripts, home
 * page, the front of each topic, feeds, site map, the page for unknown addresses. May run at every start. Assets of
 * earlier programs stay, because pages that were written with them still name them.
 */
export async function ensureSite(io: SiteIo, account: Account): Promise<void> {
  const frame: Frame = { site: siteOf(account), siteUrl: account.siteUrl };
  const places = placesOf(io);
  await io.exclusive('site', async (stillHeld) => {
    const topics = await Promise.all(SHELF_IDS.map(async (id) => drawTopic(frame, id, await openTopic(places, id))));
    const lists = await openLists(places);
    const changes: readonly Change[] = [
      ...[...assets().values()].map(({ url, data }): Change => ({ in: 'site', name: url.slice(1), data })),
      ...accentFile(frame),
      ...topics.flat(),
      ...(await lists.draw(frame)),
      fixedPart(frame.siteUrl),
      ...fixedDataFiles(frame),
      { in: 'site', name: 'sitemap/index.html', data: sitemapPage(frame) },
      { in: 'site', name: '404.html', data: notFoundPage(frame) },
      {
        in: 'site',
        name: 'robots.txt',
        data: `User-agent: *\nDisallow: /search\nSitemap: ${frame.siteUrl}/sitemap.xml\n`,
      },
    ];
    await publishChanges(places, changes, stillHeld);
  });
}

function accentFile({ site }: Frame): readonly Change[] {
  const style = accentStyle(site);
  return style ? [{ in: 'site', name: style.url.slice(1), data: style.data }] : [];
}
