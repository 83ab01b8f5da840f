import { parse } from 'parse5';
import { CATEGORY_TITLES } from '../../../../publishers/content';
import { demoContent, everyPage, openFullSite } from './every-page';
import { account, versionOf } from './test-site';
import type { TestSite } from './test-site';

let site: TestSite;
let pages: ReadonlyMap<string, string>;
beforeAll(async () => {
  site = await openFullSite();
  pages = await everyPage(site);
});
afterAll(() => site.close());

interface Node {
  readonly nodeName: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly value?: string;
  readonly childNodes?: readonly Node[];
}

const descendants = (node: Node): readonly Node[] =>
  (node.childNodes ?? []).flatMap((child) => [child, ...descendants(child)]);
const attribute = (node: Node, name: string) => node.attrs?.find((each) => each.name === name)?.value;
const text = (node: Node): string => node.value ?? (node.childNodes ?? []).map(text).join('');

/** The marks of a page as another portal reads them. */
function marksOf(path: string): Readonly<Record<string, string>> {
  const metas = descendants(parse(pages.get(path) ?? '') as Node).filter(({ nodeName }) => nodeName === 'meta'); // The tree has this shape.
  const pairs = metas.map((meta) => [attribute(meta, 'name') ?? '', attribute(meta, 'content') ?? ''] as const);
  return Object.fromEntries(pairs.filter(([name]) => /^[A-Z]/.test(name)));
}

const SITE = ['SiteName', 'SiteDomain', 'SiteIDCode'];
const COLUMN = ['ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType'];
const ARTICLE = ['ArticleTitle', 'PubDate', 'ContentSource', 'Url'];

describe('the marks of a government site', () => {
  it('of the site are on every page, and none is empty or the word null', () => {
    for (const path of pages.keys()) {
      const marks = marksOf(path);
      expect([path, SITE.filter((name) => !(name in marks))]).toEqual([path, []]);
      expect(marks).toMatchObject({
        SiteName: '云澜市政策解读',
        SiteDomain: 'yunlan.example',
        SiteIDCode: '0000000000',
      });
      for (const value of Object.values(marks))
        expect([path, value]).not.toEqual([path, expect.stringMatching(/^(?:null|undefined|)$/)]);
    }
  });

  it('of a column are on columns and on articles, those of an article on articles alone', () => {
    const kinds = [...pages.keys()].map((path) => {
      const marks = marksOf(path);
      return { path, column: COLUMN.every((name) => name in marks), article: ARTICLE.every((name) => name in marks) };
    });
    const isColumn = (path: string) => /^\/(?:topics|audiences|events)\//.test(path);
    const isArticle = (path: string) => /^\/explainers\/(?!gone)/.test(path);
    for (const { path, column, article } of kinds) {
      if (isColumn(path)) expect({ path, column, article }).toEqual({ path, column: true, article: false });
      if (isArticle(path)) expect({ path, column, article }).toEqual({ path, column: true, article: true });
      if (!isArticle(path)) expect({ path, article }).toEqual({ path, article: false });
    }
  });

  it.each(['text', 'image', 'video', 'interview'] as const)('of an explainer (%s) are its fields', (form) => {
    const content = demoContent(form);
    const path = `/explainers/${form}/`;
    const marks = marksOf(path);
    expect(marks).toMatchObject({
      ColumnName: `政策解读·${CATEGORY_TITLES[content.category]}`,
      ColumnType: '政策解读',
      ArticleTitle: content.title,
      PubDate: '2026-11-23 09:00',
      ContentSource: content.source,
      Keywords: content.keywords.join(','),
      Author: content.author,
      Description: content.summary,
      Url: `${account.siteUrl}${path}`,
    });
    if (content.cover) expect(marks['Image']).toMatch(/^https:\/\/yunlan\.example\/media\/[0-9a-f]{64}-\d+\.[a-z]+$/);
    const heading = descendants(parse(pages.get(path) ?? '') as Node).find(({ nodeName }) => nodeName === 'h1'); // As above.
    expect(heading && text(heading).trim()).toBe(marks['ArticleTitle']);
  });

  it('keep the first date whatever happens later', async () => {
    expect(marksOf('/explainers/full/')['PubDate']).toBe('2026-11-23 09:00');
    site.clock.now = '2027-01-01T00:00:00.000Z';
    await site.publish(versionOf('full', 3, { title: '再改一次' }));
    expect(await site.read('explainers/full/index.html')).toContain('<meta name="PubDate" content="2026-11-23 09:00"');
  });

  it('stand at the foot of every page, without a badge that was not issued', () => {
    for (const [path, html] of pages) {
      const foot = /<footer class="site-footer">.*<\/footer>/s.exec(html)?.[0] ?? '';
      for (const item of ['主办单位', '承办单位', '联系方式', '网站标识码', 'ICP备案', '公安备案', '站点地图']) {
        expect([path, foot]).toEqual([path, expect.stringContaining(item)]);
      }
      expect(foot).not.toMatch(/党政机关|找错|conac|<img/);
    }
  });
});
