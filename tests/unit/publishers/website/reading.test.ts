import { writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { annotate, annotateAll } from '../../../../publishers/website/main/annotate';
import { dateMark } from '../../../../publishers/website/main/date-mark';
import { readingTime } from '../../../../publishers/website/reading-time';
import { correctionsOf } from '../../../../publishers/website/state/corrections';
import { openTestSite, versionOf } from './test-site';
import type { TestSite } from './test-site';

const text = (html: string): string => html.replace(/<[^>]*>/g, '');
const marked = (html: string, name: string): string[] =>
  [...html.matchAll(new RegExp(`<${name}\\b[^>]*>([^<]*)</${name}>`, 'g'))].map(([, words = '']) => words);

describe('running text', () => {
  it('shows sums, shares and spans of time, and leaves numbers of documents and of the clock alone', () => {
    const html = annotate(
      '<p>国办发〔2025〕27号规定，每天9:00办理，第3天起补贴1,575.5元，按实际缴费的50%，5个工作日内到账。</p>',
      [],
    );
    expect(marked(html, 'b')).toEqual(['1,575.5元', '50%', '5个工作日']);
    expect(text(html)).toContain('第3天起补贴1,575.5元，');
  });

  it('gives days to machines, and makes a last day stand out with its weekday', () => {
    expect(dateMark('2026年12月1日')).toBe('<time datetime="2026-12-01">2026年12月1日</time>');
    expect(dateMark('2026年11月30日前')).toBe(
      '<time class="deadline" datetime="2026-11-30" data-weekday="周一">2026年11月30日前</time>',
    );
    expect(dateMark('截至2月29日')).toBe('<time class="deadline" datetime="02-29">截至2月29日</time>');
    expect(dateMark('2026年2月29日前')).toBe('2026年2月29日前');
  });

  it('leads from the first place of a glossary word to its meaning, but not from a title, a heading or a link', () => {
    const terms = [{ term: '起付线', anchor: 'term-1' }];
    const html = annotate(
      '<h3 id="a">起付线</h3><p>《起付线办法》<a href="/x">起付线</a>说，起付线以上报销，起付线以下自付。</p>',
      terms,
    );
    expect(html.split('data-term')).toHaveLength(2);
    expect(html).toContain('说，<a class="term" href="#term-1" data-term>起付线</a>以上');
    const [first = '', second = ''] = annotateAll(['<p>起付线</p>', '<p>起付线</p>'], terms);
    expect([first.includes('data-term'), second.includes('data-term')]).toEqual([true, false]);
  });

  it('calls a number that the text says is one to call', () => {
    const html = annotate('<p>请拨打12345，编号12345。</p>', []);
    expect(html).toBe('<p>请拨打<a class="phone" href="tel:12345">12345</a>，编号12345。</p>');
  });

  it('keeps words that look like markup as words, whatever the glossary holds', () => {
    const html = annotate('<p>a&lt;b&gt;c &amp; d</p>', [
      { term: '<b>', anchor: 'term-1' },
      { term: 'amp', anchor: 'term-2' },
      { term: '', anchor: 'term-3' },
    ]);
    expect(html).toContain('a<a class="term" href="#term-1" data-term>&lt;b&gt;</a>c');
    expect(html).toContain('&amp; d');
  });

  it('takes as long to read as its characters say, and never no time at all', () => {
    expect(readingTime(`<nav>目录</nav><p>${'政'.repeat(990)}</p>`)).toEqual({ characters: 990, minutes: 3 });
    expect(readingTime('<p>2026年1,000.5元 WeChat</p>')).toEqual({ characters: 5, minutes: 1 });
  });
});

describe('on the site', () => {
  let site: TestSite;
  beforeEach(async () => {
    site = await openTestSite();
    await site.ensure();
  });
  afterEach(() => site.close());
  const page = (id: string): Promise<string> => site.read(`explainers/${id}/index.html`);
  const next = (html: string): string[] =>
    [
      ...(/<section class="related".*?<\/section>/s.exec(html)?.[0] ?? '').matchAll(/href="\/explainers\/([^/]+)\//g),
    ].map(([, id = '']) => id);
  const other = { policies: versionOf('x', 1).content.policies.map((policy) => ({ ...policy, id: 'p2' })) };
  const tick = (hours: number): void => {
    site.clock.now = new Date(Date.parse(site.clock.now) + hours * 3_600_000).toISOString();
  };

  it('an explainer leads on to those of the same document first, then to those of the same part of life', async () => {
    await site.publish(versionOf('same-policy', 1, { category: 'business' }));
    tick(1);
    await site.publish(versionOf('far', 1, { ...other, category: 'housing' }));
    tick(1);
    await site.publish(versionOf('near', 1, { ...other, keywords: ['门诊共济'] }));
    tick(1);
    await site.publish(versionOf('newer', 1, { ...other, keywords: ['别的'] }));
    tick(1);
    await site.publish(versionOf('abc', 1));
    expect(next(await page('abc'))).toEqual(['same-policy', 'near', 'newer']);
    expect(next(await page('same-policy'))).toEqual([]);
    expect(await page('same-policy')).toContain('企业服务方面的全部解读');
  });

  it('publishing touches no page of another explainer', async () => {
    await site.publish(versionOf('first', 1));
    const before = await page('first');
    await site.publish(versionOf('second', 1));
    expect(await page('first')).toBe(before);
    expect(next(await page('second'))).toEqual(['first']);
  });

  it('a publication that is run again after a crash leads on to the same explainers', async () => {
    await site.publish(versionOf('first', 1));
    await site.publish(versionOf('abc', 1), 'd1');
    const before = await page('abc');
    const state = await site.tree();
    const item = JSON.parse(state['state/items/abc.json'] ?? '') as { publications: unknown[]; live: unknown };
    // As it was when the place was reserved and the marker not yet written.
    await writeFile(`${site.siteStateDir}/items/abc.json`, JSON.stringify({ ...item, publications: [], live: null }));
    await site.publish(versionOf('later', 1));
    await site.publish(versionOf('abc', 1), 'd1');
    expect(next(await page('abc'))).toEqual(next(before));
  });

  it('says when something was put right, and keeps saying it in later versions', async () => {
    await site.publish(versionOf('abc', 1));
    expect(await page('abc')).not.toContain('更正说明');
    tick(24);
    await site.publish(versionOf('abc', 2, { correction: '“60%”原写作“50%”，已更正。' }));
    expect(await page('abc')).toMatch(/更正说明.*2026年11月24日 09:00.*“60%”原写作“50%”/s);
    tick(24);
    await site.publish(versionOf('abc', 3));
    expect(await page('abc')).toMatch(/更正说明.*2026年11月24日 09:00.*“60%”原写作“50%”/s);
  });

  it('marks what changed, but strikes nothing out where the whole wording was replaced', async () => {
    const differences = [
      { item: '比例', before: '单位缴费的30%划入个人账户', after: '单位缴费的25%划入个人账户' },
      { item: '门诊', before: '统筹基金不管', after: '二级医院报销60%' },
    ];
    await site.publish(versionOf('abc', 1, { differences }));
    const html = await page('abc');
    expect(html).toContain('单位缴费的<mark>30%</mark>划入个人账户');
    expect(html).toContain('<span>统筹基金不管</span>');
  });

  it('leads from each turn of an interview to its second in the recording, and explains a word once', async () => {
    const recording = site.file('talk.mp4', 'video/mp4', Buffer.from('talk'), { duration: 600 });
    const people = [
      { id: 'h', name: '林澜', title: '主持人', role: 'host' as const },
      { id: 'g', name: '赵启明', title: '副局长', role: 'guest' as const },
    ];
    const turns = [
      { speaker: 'h', text: '起付线是什么？', at: null, mediaTime: 12 },
      { speaker: 'g', text: '起付线就是先自付的部分，一年400元。', at: null, mediaTime: 75.5 },
    ];
    await site.publish(versionOf('talk', 1, { form: 'interview', interview: { people, turns, recording } }));
    const html = await page('talk');
    const record = /<ol class="turns.*?<\/ol>/s.exec(html)?.[0] ?? '';
    expect(record).toContain(`<a href="/media/${recording.sha256}.mp4#t=75.5" data-seek="75.5">1:15</a>`);
    expect(record.split('data-term')).toHaveLength(2);
    expect(record).toContain('<b class="figure">400元</b>');
  });

  it('loads less than 30 KB of scripts, packed, whatever its form', async () => {
    const media = site.file('v.mp4', 'video/mp4', Buffer.from('video'), { duration: 48 });
    const recorded = { media, poster: null, captions: '', transcript: '', chapters: [] };
    const talk = { people: [], turns: [], recording: null };
    await site.publish(versionOf('abc', 1));
    await site.publish(versionOf('film', 1, { form: 'video', video: recorded }));
    await site.publish(versionOf('talk', 1, { form: 'interview', interview: talk }));
    for (const id of ['abc', 'film', 'talk']) {
      const scripts = [...(await page(id)).matchAll(/<script src="\/([^"]+)"/g)].map(([, name = '']) => name);
      const sizes = await Promise.all(scripts.map(async (name) => gzipSync(await site.read(name)).length));
      expect(sizes.length).toBeGreaterThan(2);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(30_000);
    }
    expect(await page('film')).toContain('时长 0:48');
  });

  it('can be passed on without a script, and asks whether it helped with a plain form', async () => {
    await site.publish(versionOf('abc', 1));
    const html = await page('abc');
    const share = /<details class="share".*?<\/details>/s.exec(html)?.[0] ?? '';
    expect(share).toContain('<p class="share-address">https://yunlan.example/explainers/abc/</p>');
    expect(share).toContain('aria-label="本页网址的二维码"');
    expect(html).toMatch(
      /<form method="post" action="\/feedback\/abc"><button type="submit" name="helpful" value="yes"/,
    );
    expect(html).toContain('<a class="phone" href="tel:087112393">0871-12393</a>');
  });
});

test('a note that stays in the draft keeps the moment at which it was new', () => {
  expect(
    correctionsOf([
      { at: '1', correction: '甲' },
      { at: '2', correction: '乙' },
      { at: '3', correction: '甲' },
      { at: '4' },
    ]),
  ).toEqual([
    { at: '2', text: '乙' },
    { at: '1', text: '甲' },
  ]);
});
