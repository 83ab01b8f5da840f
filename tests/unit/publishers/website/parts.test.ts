import { renderToString } from 'preact-render-to-string';
import { website } from '../../../../publishers/website';
import { readClauses } from '../../../../publishers/website/clauses';
import { noLockNeeded, writeFileAtomic } from '../../../../publishers/website/files';
import { changedWords } from '../../../../publishers/website/main/changed-words';
import { timedTranscript } from '../../../../publishers/website/main/timed-transcript';
import { Phrases } from '../../../../publishers/website/parts/phrases';
import { siteOf } from '../../../../publishers/website/settings';
import { account, openTestSite, versionOf } from './test-site';

const joined = (runs: readonly { text: string }[]): string => runs.map(({ text }) => text).join('');
const marks = (runs: readonly { text: string; changed: boolean }[]): string[] =>
  runs.filter(({ changed }) => changed).map(({ text }) => text);

describe('changed words', () => {
  it('marks figures whole and keeps both wordings complete', () => {
    const { before, after } = changedWords('单位缴费的30%划入个人账户', '单位缴费的25%划入个人账户');
    expect(marks(before)).toEqual(['30%']);
    expect(marks(after)).toEqual(['25%']);
    expect(joined(before)).toBe('单位缴费的30%划入个人账户');
    expect(joined(after)).toBe('单位缴费的25%划入个人账户');
  });

  it('marks all of the new wording where there was none, and nothing where nothing changed', () => {
    expect(changedWords('', '可以报销')).toEqual({ before: [], after: [{ text: '可以报销', changed: true }] });
    expect(marks(changedWords('不变', '不变').after)).toEqual([]);
  });
});

describe('clauses', () => {
  it('are found in plain text and in Markdown, and a clause that is only mentioned begins none', () => {
    const parts = readClauses(
      '## 第一章 总则\n**第一条** 目的。\n　　第二条　适用范围见第一条。\n（一）甲\n云澜市人民政府',
    );
    expect(parts.map(({ clause, anchor }) => [clause, anchor])).toEqual([
      [null, 'between-1'],
      ['第一条', 'clause-1'],
      ['第二条', 'clause-2'],
    ]);
    expect(parts[2]?.text).toBe('适用范围见第一条。\n\n（一）甲\n\n云澜市人民政府');
  });
});

describe('the transcript', () => {
  it('stays word for word what was written, whatever the captions say', () => {
    const captions = 'WEBVTT\n\n00:01.000 --> 00:02.000\n大家好\n\n00:02.000 --> 00:03.000\n没有这句\n';
    const pieces = timedTranscript('（音乐）大家，好！再见。', captions);
    expect(pieces.map(joined)).toEqual(['（音乐）大家，好！再见。']);
    expect(pieces[0]?.find(({ from }) => from === 1)?.text).toBe('大家，好！');
  });
});

describe('titles', () => {
  it('may break between words, not within them, and lose no sign', () => {
    const html = renderToString(Phrases({ text: '说了什么、和您有什么关系（2026年）' }));
    expect(html.replaceAll('<wbr/>', '')).toBe('说了什么、和您有什么关系（2026年）');
    expect(html).toContain('什么');
    expect(html).not.toMatch(/<wbr\/>[、）]|（<wbr\/>/);
  });

  it('keep a short breath whole, also where a segmenter takes a word apart', () => {
    expect(renderToString(Phrases({ text: '户口不在云澜，医保也能在这里办' }))).toContain('<wbr/>医保也能在这里办');
    expect(renderToString(Phrases({ text: '把政策讲明白：说了什么' }))).toBe('把政策讲明白：<wbr/>说了什么');
  });

  it('break in the same places when the words that somebody looked for are marked', () => {
    const html = renderToString(Phrases({ text: '在线访谈：零工驿站，到底能办哪些事情可以说', words: ['驿站，到底'] }));
    expect(html).toMatch(/^在线访谈：<wbr\/>零工<mark>驿站，<wbr\/>到底<\/mark><wbr\/>/);
    expect(html.replaceAll(/<[^>]*>/g, '')).toBe('在线访谈：零工驿站，到底能办哪些事情可以说');
  });
});

describe('settings', () => {
  it('that are wrong take their default and are reported by verify', async () => {
    const wrong = { ...account, settings: { name: '海州市政策解读', idCode: 'abc' } };
    expect(siteOf(wrong)).toMatchObject({ name: '海州市政策解读', idCode: '0000000000' });
    const site = await openTestSite();
    expect(await website.verify(wrong, site.io)).toMatchObject({
      healthy: false,
      problem: { code: 'website.settings', what: '网站设置有误：idCode。' },
    });
    expect(await website.verify(account, site.io)).toEqual({ healthy: true, problem: null });
    await site.close();
    expect(await website.verify(account, site.io)).toMatchObject({ problem: { code: 'website.directories' } });
  });

  it('of a real site that still carries invented marks are a warning', () => {
    const real = { ...account, settings: { demo: false, name: '海州市政策解读' } };
    const problems = website.check(website.render(versionOf('abc', 1), real, 'publish'));
    const warning = problems.find(({ code }) => code === 'website.footer-incomplete');
    expect(warning).toMatchObject({ severity: 'warning', what: expect.stringContaining('ICP备案号') as string });
    expect(warning?.what).not.toContain('网站名称');
  });
});

describe('the rendition', () => {
  it('is the same bytes for the same version, and survives JSON', () => {
    const one = website.render(versionOf('abc', 1), account, 'publish');
    expect(JSON.stringify(website.render(versionOf('abc', 1), account, 'publish'))).toBe(JSON.stringify(one));
    expect(JSON.parse(JSON.stringify(one))).toEqual(one);
    expect(website.check(one)).toEqual([]);
  });
});

describe('writing a file', () => {
  it('refuses names that lead out of the directory', async () => {
    await expect(writeFileAtomic('/nowhere', '../x', '', noLockNeeded)).rejects.toThrow('not a file inside');
    await expect(writeFileAtomic('/nowhere', '/etc/x', '', noLockNeeded)).rejects.toThrow('not a file inside');
  });
});
