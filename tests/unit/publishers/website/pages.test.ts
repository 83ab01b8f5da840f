import { execFileSync } from 'node:child_process';
import sharp from 'sharp';
import { website } from '../../../../publishers/website';
import { searchPage } from '../../../../publishers/website/pages/search-page';
import { siteOf } from '../../../../publishers/website/settings';
import { showRooms } from '../../../../publishers/website/show-rooms';
import { account, openTestSite, versionOf } from './test-site';
import type { TestSite } from './test-site';

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
  await site.ensure();
});
afterEach(() => site.close());

const page = (id: string): Promise<string> => site.read(`explainers/${id}/index.html`);

const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#14527a' } })
    .withExif({ IFD0: { Artist: 'GEHEIM-CAMERA' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 15/1 0/1' } })
    .jpeg()
    .toBuffer();

const withoutScripts = (html: string): string => html.replace(/<script[^>]*>.*?<\/script>/gs, '');
const count = (text: string, part: string): number => text.split(part).length - 1;

describe('the page of a text', () => {
  it('answers first, then numbers the four aspects, and carries every mark of a government site', async () => {
    await site.publish(versionOf('abc', 1));
    const html = await page('abc');
    const order = [
      '<h1',
      '一句话看懂',
      '谁受影响',
      'id="background"',
      'id="basis"',
      'id="intent"',
      'id="implementation"',
    ];
    const places = order.map((part) => html.indexOf(part));
    expect(places).not.toContain(-1);
    expect([...places].sort((one, other) => one - other)).toEqual(places);
    const marks = Object.fromEntries(
      [...html.matchAll(/<meta name="([A-Za-z]+)" content="([^"]*)"/g)].map(
        ([, name = '', value = '']) => [name, value] as const,
      ),
    );
    expect(marks).toMatchObject({
      SiteName: '云澜市政策解读',
      SiteDomain: 'yunlan.example',
      SiteIDCode: '0000000000',
      ColumnName: '政策解读·医疗卫生',
      ColumnType: '政策解读',
      ArticleTitle: '门诊看病也能报销：职工医保门诊共济12月1日起施行',
      PubDate: '2026-11-23 09:00',
      ContentSource: '云澜市医疗保障局',
      Keywords: '门诊共济,职工医保',
      Author: '王晓明',
      Url: 'https://yunlan.example/explainers/abc/',
    });
    for (const item of ['主办单位', '联系方式', '网站标识码', 'ICP备案', '公安备案', '站点地图', '演示数据']) {
      expect(html).toContain(item);
    }
    expect(html).not.toContain('党政机关网站标识');
  });

  it('asks no other host for anything', async () => {
    await site.publish(versionOf('abc', 1));
    const html = await page('abc');
    const loaded = [
      ...html.matchAll(/(?:src|srcset|poster)="([^"]+)"|<link rel="(?:stylesheet|icon)" href="([^"]+)"/g),
    ];
    expect(loaded.length).toBeGreaterThan(2);
    for (const [, source, link] of loaded) expect(source ?? link).toMatch(/^(\/|data:)/);
    expect(await site.read(/\/(assets\/site\.[0-9a-f]{12}\.css)/.exec(html)?.[1] ?? '')).not.toMatch(/url\(|@import/);
  });

  it('shows hostile words as words', async () => {
    const hostile = '"><script>alert(1)</script><img src=x onerror=alert(2)>';
    await site.publish(
      versionOf('abc', 1, {
        title: hostile,
        summary: hostile,
        source: hostile,
        keywords: [hostile],
        differences: [{ item: hostile, before: hostile, after: '好' }],
        body: `${hostile}\n\n[链接](javascript:alert(3))`,
      }),
    );
    for (const name of [
      'explainers/abc/index.html',
      'index.html',
      'topics/health/index.html',
      'policies/p1/index.html',
    ]) {
      const html = await site.read(name);
      expect(html).not.toMatch(/<script>|<img src=x|href="javascript:/);
    }
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(await page('abc'))?.[1] ?? '';
    expect(JSON.parse(json)).toMatchObject({ '@graph': [{ headline: hostile }] });
    expect(await site.read('feed.xml')).not.toContain('<script>');
  });

  it('shows times of China whatever zone the server runs in', () => {
    const script =
      "process.stdout.write(require('./publishers/website/china-time.ts').chinaStamp('2026-11-22T16:30:00Z'))";
    for (const TZ of ['America/New_York', 'Asia/Shanghai', 'UTC']) {
      const run = `require('@swc/core'); require.extensions['.ts'] = (m, f) => m._compile(require('@swc/core').transformFileSync(f, { jsc: { parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } }).code, f); ${script}`;
      expect(execFileSync(process.execPath, ['-e', run], { env: { ...process.env, TZ }, encoding: 'utf8' })).toBe(
        '2026-11-23 00:30',
      );
    }
  });
});

describe('the page of an image set', () => {
  it('shows each picture newly written, with caption, number and long description', async () => {
    const bytes = await photo(2000, 1000);
    const media = site.file('a.jpg', 'image/jpeg', bytes, { width: 2000, height: 1000, alt: '谁能领"补贴"' });
    await site.publish(
      versionOf('abc', 1, { form: 'image', images: [{ media, caption: '领取条件', longDescription: '不限户籍' }] }),
    );
    const html = await page('abc');
    const image =
      /<img src="(\/media\/[^"]+)" srcset="\S+ 960w, \S+ 1600w" sizes="[^"]+" alt="谁能领&quot;补贴&quot;" fetchpriority="high" width="1600" height="800"/.exec(
        html,
      );
    expect(image).not.toBeNull();
    expect(html).toContain('领取条件');
    expect(html).toMatch(/<details><summary>看图中文字<\/summary><p>不限户籍/);
    const written = await sharp(`${site.siteDir}${image?.[1] ?? ''}`).metadata();
    expect(written).toMatchObject({ width: 1600, height: 800 });
    expect(written.exif).toBeUndefined();
    expect(html).toContain('property="og:image" content="https://yunlan.example/media/');
  });

  it('is refused in words when a picture cannot be read', async () => {
    const media = site.file('broken.jpg', 'image/jpeg', Buffer.from('no picture'), { width: 10, height: 10 });
    const images = [{ media, caption: '', longDescription: '' }];
    const rendition = website.render(versionOf('abc', 1, { form: 'image', images }), account, 'publish');
    expect(await website.prepare(rendition, null, site.io, 'd1')).toMatchObject({
      state: 'rejected',
      problem: { code: 'website.picture-unreadable', what: expect.stringContaining('broken.jpg') as string },
    });
  });
});

describe('the page of a video', () => {
  it('has captions, chapters that lead to their second, and a transcript that the captions time', async () => {
    const media = site.file('v.mp4', 'video/mp4', Buffer.from('video bytes'), {
      width: 1280,
      height: 720,
      duration: 60,
    });
    await site.publish(
      versionOf('abc', 1, {
        form: 'video',
        video: {
          media,
          poster: site.file('p.jpg', 'image/jpeg', await photo(800, 450), { width: 800, height: 450 }),
          captions: 'WEBVTT\n\n00:00.000 --> 00:05.000\n您好 我是小陈\n\n00:05.000 --> 00:09.500\n今天说租房提取\n',
          transcript: '您好，我是小陈。今天说租房提取。',
          chapters: [{ at: 5, title: '能提多少' }],
        },
      }),
    );
    const html = await page('abc');
    expect(html).toContain(`<source src="/media/${media.sha256}.mp4" type="video/mp4"/>`);
    expect(html).toContain(`href="/media/${media.sha256}.mp4#t=5" data-seek="5"`);
    expect(html).toContain('<span data-at="0">您好，我是小陈。</span><span data-at="5">今天说租房提取。</span>');
    expect(html).toMatch(/poster="\/media\/[0-9a-f]{64}-800\.jpg"/);
    expect(await site.read(/<track kind="captions" src="\/([^"]+)"/.exec(html)?.[1] ?? '')).toContain('WEBVTT');
    expect(html).toContain('"@type":"VideoObject"');
    expect(html).toContain('"duration":"PT60S"');
  });
});

describe('the page of an interview', () => {
  it('names who speaks once with the role, lists the questions, and hangs the name beside each turn', async () => {
    await site.publish(
      versionOf('abc', 1, {
        form: 'interview',
        interview: {
          recording: null,
          people: [
            { id: 'h', name: '林澜', title: '主持人', role: 'host' },
            { id: 'g', name: '赵启明', title: '副局长', role: 'guest' },
          ],
          turns: [
            { speaker: 'h', text: '各位好。新办法解决什么问题？', at: '2026-11-20T15:00:00+08:00', mediaTime: null },
            { speaker: 'g', text: '解决**门诊**负担重。', at: null, mediaTime: null },
            { speaker: 'h', text: '什么时候开始？', at: null, mediaTime: null },
          ],
        },
      }),
    );
    const html = await page('abc');
    expect(html).toContain('<a href="#turn-1">新办法解决什么问题？</a>');
    expect(html).toContain('<a href="#turn-3">什么时候开始？</a>');
    expect(html).toContain('<time datetime="2026-11-20T15:00:00+08:00">15:00</time>');
    expect(html).toContain('<strong>门诊</strong>');
    expect(count(html, '<strong>赵启明</strong>')).toBe(1);
    expect(count(withoutScripts(html), '副局长')).toBe(1);
  });
});

describe('the page of a policy', () => {
  it('numbers the clauses with anchors and shows beside a clause what explainers say of it', async () => {
    const [policy] = versionOf('abc', 1).content.policies;
    if (!policy) throw new Error('the sample explains a policy');
    const body =
      '第一章 总则\n第一条 为了便民，制定本办法。\n第二条 按下列比例支付：\n（一）一级70%；\n（二）二级60%。';
    await site.publish(
      versionOf('abc', 1, { policies: [{ ...policy, body }], body: '根据第二条，去社区看病报得最多。' }),
    );
    const html = await site.read('policies/p1/index.html');
    expect(html).toContain('id="clause-1"');
    expect(html).toMatch(/<h3 id="[^"]*">第一章 总则<\/h3>/);
    expect(html).toMatch(
      /id="clause-2".*<p>（一）一级70%；<\/p><p>（二）二级60%。<\/p>.*根据第二条，去社区看病报得最多。/s,
    );
    expect(html).toContain('云澜政办发〔2026〕12号');
    expect(html).toContain('尚未施行');
    expect(html).toContain('"@type":"Legislation"');
  });
});

describe('the home page', () => {
  it('counts each area and puts a running broadcast in front', async () => {
    await site.publish(versionOf('abc', 1));
    const room = { path: '/live/x/', title: '发布会', state: 'running' as const, startsAt: '2026-11-23T07:00:00.000Z' };
    await showRooms(site.io, account, [room]);
    const html = await site.read('index.html');
    expect(html).toContain('医疗卫生</span><span class="topic-count">1 篇');
    expect(html.indexOf('正在直播')).toBeLessThan(html.indexOf('最新解读'));
    expect(html).toContain('2026年11月23日 15:00');
    await site.publish(versionOf('def', 1));
    expect(await site.read('index.html')).toContain('正在直播');
    await showRooms(site.io, account, []);
    expect(await site.read('index.html')).not.toContain('正在直播');
  });
});

describe('the search page', () => {
  const frame = { site: siteOf(account), siteUrl: account.siteUrl };
  const empty = {
    ...{ cutTo: null, words: [], reach: null, others: [], total: 0, more: false, hits: [], filters: [], sorts: [] },
    ...{ withoutFilters: null, near: [], suggestions: ['门诊'], previous: null, next: null, place: null },
    address: '/search?q=x',
  };

  it('marks the words that were asked for, and only as words', () => {
    const hit = {
      ...{ href: '/a/', title: '门诊<b>报销', excerpt: '看门诊', form: null, category: null, publishedAt: null },
      ...{ facts: null, validity: null },
    };
    const reach = 'asked' as const;
    const html = searchPage(frame, { ...empty, query: '门诊', words: ['门诊', '(b'], reach, total: 1, hits: [hit] });
    expect(html.replaceAll('<wbr/>', '')).toContain('<mark>门诊</mark>&lt;b>报销');
  });

  it('is kept by search engines until something is asked; what was found is not, but leads them on', () => {
    const asking = searchPage(frame, { ...empty, query: '', address: '/search' });
    expect(asking).not.toContain('name="robots"');
    expect(asking).toContain('<link rel="canonical" href="https://yunlan.example/search"/>');
    const answer = searchPage(frame, { ...empty, query: 'x' });
    expect(answer).toContain('<meta name="robots" content="noindex, follow"/>');
    expect(answer).toContain('<link rel="canonical" href="https://yunlan.example/search?q=x"/>');
    for (const html of [asking, answer]) expect(html).toContain('<a href="/search" aria-current="page">');
  });

  it('is no dead end when nothing is found', () => {
    const html = searchPage(frame, { ...empty, query: '<火星>', words: [] });
    expect(html).toContain('没有找到与“&lt;火星>”相符的内容');
    expect(html).toContain('/topics/health/');
    expect(html).toContain('/search?q=%E9%97%A8%E8%AF%8A');
    expect(html).toContain('0000-12345');
  });
});

describe('the preview', () => {
  it('stands alone: style inside, no scripts, files at the addresses that the caller gives', async () => {
    const media = site.file('a.jpg', 'image/jpeg', await photo(700, 300), { width: 700, height: 300 });
    const version = versionOf('abc', 1, { form: 'image', images: [{ media, caption: '', longDescription: '' }] });
    const html = website.preview(website.render(version, account, 'publish'), (ref) => `/files/${ref.id}?x=1&y=2`);
    expect(html).toContain('--accent: #14527a');
    expect(html).not.toMatch(/<script src|<link rel="stylesheet"/);
    expect(html).toContain('src="/files/a.jpg?x=1&amp;y=2"');
    expect(html).toContain('没帮助');
    expect(html).not.toContain('type="submit"');
  });
});
