import { website } from '../../../../publishers/website';
import { openTestSite, versionOf } from './test-site';
import type { TestSite } from './test-site';

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
  await site.ensure();
});
afterEach(() => site.close());

/** Fails unless every element that opens also closes, in order: enough to see that text was escaped. */
function wellFormed(xml: string): boolean {
  const open: string[] = [];
  for (const [, closing, name, alone] of xml.matchAll(/<(\/?)([A-Za-z:]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (closing) {
      if (open.pop() !== name) return false;
    } else if (!alone) open.push(name ?? '');
  }
  return open.length === 0 && !/&(?!amp;|lt;|gt;|quot;|apos;)/.test(xml);
}

describe('feeds', () => {
  it('are whole before anything is published', async () => {
    for (const name of ['feed.xml', 'atom.xml', 'sitemap.xml', 'sitemap-0.xml']) {
      expect(wellFormed(await site.read(name))).toBe(true);
    }
    expect(JSON.parse(await site.read('feed.json'))).toMatchObject({ items: [] });
  });

  it('carry the newest first, with dates in the form that each standard asks for', async () => {
    await site.publish(versionOf('one', 1, { title: '甲 & <乙>\u0001' }));
    site.clock.now = '2026-11-24T16:05:09.000Z';
    await site.publish(versionOf('two', 1, { title: '丙' }));
    const rss = await site.read('feed.xml');
    expect(wellFormed(rss)).toBe(true);
    expect(rss).toContain('<title>甲 &amp; &lt;乙&gt;</title>');
    expect(rss).toContain('<pubDate>Wed, 25 Nov 2026 00:05:09 +0800</pubDate>');
    expect(rss.indexOf('/explainers/two/')).toBeLessThan(rss.indexOf('/explainers/one/'));
    const atom = await site.read('atom.xml');
    expect(wellFormed(atom)).toBe(true);
    expect(atom).toContain('<published>2026-11-25T00:05:09+08:00</published>');
    const feed: unknown = JSON.parse(await site.read('feed.json'));
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      items: [{ url: 'https://yunlan.example/explainers/two/' }, { title: '甲 & <乙>\u0001' }],
    });
  });

  it('name every page in the site map, each once', async () => {
    await site.publish(versionOf('one', 1));
    await site.publish(versionOf('two', 1));
    await site.publish(versionOf('one', 2));
    const part = await site.read('sitemap-1.xml');
    expect([...part.matchAll(/<loc>https:\/\/yunlan\.example([^<]+)<\/loc>/g)].map(([, path]) => path).sort()).toEqual([
      '/explainers/one/',
      '/explainers/two/',
      '/policies/p1/',
    ]);
    expect(await site.read('sitemap.xml')).toContain('<loc>https://yunlan.example/sitemap-1.xml</loc>');
    await website.withdraw?.({ id: 'two@1', url: null, at: '' }, '', site.io);
    expect(await site.read('sitemap-1.xml')).not.toContain('/explainers/two/');
  });
});
