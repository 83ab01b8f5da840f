import { CATEGORIES } from '../../../../publishers/content';
import { website } from '../../../../publishers/website';
import { readAtom, readJsonFeed, readRss, readSitemap, readSitemapIndex } from './feed-schemas';
import { FOLLOWS } from './break-rename';
import { openTestSite, versionOf } from './test-site';
import type { TestSite } from './test-site';

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
  await site.ensure();
});
afterEach(() => site.close());

const ONE = 'https://yunlan.example/explainers/one/';
const TWO = 'https://yunlan.example/explainers/two/';
const HOSTILE = '甲 & <乙> "丙" ]]> &lt;script&gt;\u0001';
/** What is left of it: signs that XML cannot hold are left out. */
const HOSTILE_IN_XML = '甲 & <乙> "丙" ]]> &lt;script&gt;';

/** The three feeds below a path, each read by the rules of its format. */
async function feedsBelow(path: string) {
  const [rss, atom, json] = await Promise.all([
    site.read(`${path}feed.xml`),
    site.read(`${path}atom.xml`),
    site.read(`${path}feed.json`),
  ]);
  return { rss: readRss(rss), atom: readAtom(atom), json: readJsonFeed(json) };
}

/** Addresses in the order in which each feed gives them. */
async function addresses(path: string): Promise<readonly string[][]> {
  const { rss, atom, json } = await feedsBelow(path);
  return [rss.item.map(({ guid }) => guid['#text']), atom.entry.map(({ id }) => id), json.items.map(({ id }) => id)];
}

describe('feeds', () => {
  it('of the site and of each category are whole before anything is published', async () => {
    for (const path of ['', ...CATEGORIES.map((category) => `topics/${category}/`)]) {
      expect(await addresses(path)).toEqual([[], [], []]);
      const { rss, atom, json } = await feedsBelow(path);
      expect(rss.link).toEqual([`https://yunlan.example/${path}`]);
      expect(rss['atom:link']['@href']).toBe(`https://yunlan.example/${path}feed.xml`);
      expect(atom.id).toBe(`https://yunlan.example/${path}`);
      expect(json.feed_url).toBe(`https://yunlan.example/${path}feed.json`);
    }
  });

  it('carry the newest first, with dates in the form that each standard asks for', async () => {
    await site.publish(versionOf('one', 1));
    site.clock.now = '2026-11-24T16:05:09.000Z';
    await site.publish(versionOf('two', 1, { title: '丙' }));
    for (const path of ['', 'topics/health/']) {
      expect(await addresses(path)).toEqual([
        [TWO, ONE],
        [TWO, ONE],
        [TWO, ONE],
      ]);
      const { rss, atom, json } = await feedsBelow(path);
      expect(rss.item[0]?.pubDate).toBe('Wed, 25 Nov 2026 00:05:09 +0800');
      expect(atom.updated).toBe('2026-11-25T00:05:09+08:00');
      expect(json.items[0]?.date_published).toBe('2026-11-25T00:05:09+08:00');
    }
  });

  it('give hostile words as words', async () => {
    await site.publish(versionOf('one', 1, { title: HOSTILE, summary: HOSTILE, keywords: [HOSTILE] }));
    const { rss, atom, json } = await feedsBelow('topics/health/');
    expect(rss.item[0]?.title).toBe(HOSTILE_IN_XML);
    // A description is HTML: whoever draws it sees the words and no element.
    expect(rss.item[0]?.description).not.toMatch(/[<>]/);
    expect(atom.entry[0]).toMatchObject({ title: HOSTILE_IN_XML, summary: HOSTILE_IN_XML });
    expect(json.items[0]).toMatchObject({ title: HOSTILE, content_text: HOSTILE });
  });

  it('keep the name and the first date of an explainer when it changes, and say when it did', async () => {
    await site.publish(versionOf('one', 1));
    site.clock.now = '2026-11-26T01:00:00.000Z';
    await site.publish(versionOf('one', 2, { title: '新的标题' }));
    const { rss, atom } = await feedsBelow('');
    expect(rss.item).toMatchObject([{ title: '新的标题', pubDate: 'Mon, 23 Nov 2026 09:00:00 +0800' }]);
    expect(atom.entry).toMatchObject([
      { id: ONE, published: '2026-11-23T09:00:00+08:00', updated: '2026-11-26T09:00:00+08:00' },
    ]);
  });

  it('follow an explainer to another category, and forget a withdrawn one', async () => {
    await site.publish(versionOf('one', 1));
    await site.publish(versionOf('one', 2, { category: 'housing' }));
    expect((await addresses('topics/health/')).flat()).toEqual([]);
    expect((await addresses('topics/housing/')).flat()).toEqual([ONE, ONE, ONE]);
    await website.withdraw?.({ id: 'one@2', url: null, at: '' }, '', site.io);
    expect((await addresses('topics/housing/')).flat()).toEqual([]);
    expect((await addresses('')).flat()).toEqual([]);
  });

  it('of one category are not written when another one changes', async () => {
    await site.publish(versionOf('one', 1));
    const before = await site.tree();
    site.clock.now = '2026-11-26T01:00:00.000Z';
    await site.publish(
      versionOf('two', 1, { category: 'housing', title: '乙', keywords: [], audiences: [], policies: [] }),
    );
    const after = await site.tree();
    const changed = Object.keys(after).filter(
      (name) => name.startsWith('site/topics/') && !FOLLOWS.test(name) && before[name] !== after[name],
    );
    expect(changed.sort()).toEqual(
      ['1/index.html', 'atom.xml', 'feed.json', 'feed.xml', 'index.html'].map((name) => `site/topics/housing/${name}`),
    );
  });

  it('are named in the head of the page that they belong to', async () => {
    const page = await site.read('topics/health/index.html');
    for (const name of ['feed.xml', 'atom.xml', 'feed.json']) {
      expect(page).toMatch(
        new RegExp(`<link rel="alternate" type="[^"]+" title="[^"]+" href="/topics/health/${name}"`),
      );
      expect(page).toMatch(new RegExp(`<link rel="alternate" type="[^"]+" title="[^"]+" href="/${name}"`));
    }
  });
});

describe('the site map', () => {
  it('names every page, each once, and when it changed', async () => {
    await site.publish(versionOf('one', 1));
    await site.publish(versionOf('two', 1));
    site.clock.now = '2026-11-26T01:00:00.000Z';
    await site.publish(versionOf('one', 2));
    const parts = readSitemapIndex(await site.read('sitemap.xml')).map(({ loc }) => new URL(loc).pathname.slice(1));
    expect(parts).toEqual(['sitemap-0.xml', 'sitemap-1.xml']);
    const listed = readSitemap(await site.read('sitemap-1.xml'));
    expect(Object.fromEntries(listed.map(({ loc, lastmod }) => [new URL(loc).pathname, lastmod]))).toEqual({
      '/explainers/one/': '2026-11-26T09:00:00+08:00',
      '/explainers/two/': '2026-11-23T09:00:00+08:00',
      '/policies/p1/': '2026-11-26T09:00:00+08:00',
    });
    await website.withdraw?.({ id: 'two@1', url: null, at: '' }, '', site.io);
    expect(await site.read('sitemap-1.xml')).not.toContain('/explainers/two/');
  });

  it('holds no page that is not there, and robots are told where it is', async () => {
    const tree = await site.tree();
    for (const { loc } of readSitemap(await site.read('sitemap-0.xml'))) {
      expect(Object.keys(tree)).toContain(`site${new URL(loc).pathname}index.html`);
    }
    expect(await site.read('robots.txt')).toBe(
      'User-agent: *\nDisallow: /search?*&\nSitemap: https://yunlan.example/sitemap.xml\n',
    );
  });

  it('has a page for people whose every link leads somewhere', async () => {
    const page = await site.read('sitemap/index.html');
    const tree = Object.keys(await site.tree());
    const main = /<main.*?<\/main>/s.exec(page)?.[0] ?? '';
    const links = [...main.matchAll(/href="([^"]+)"/g)]
      .map(([, href = '']) => href)
      .filter((href) => href !== '/search');
    expect(links.length).toBeGreaterThan(25);
    for (const href of links) expect(tree).toContain(`site${href.replace(/\/$/, '/index.html')}`);
  });
});
