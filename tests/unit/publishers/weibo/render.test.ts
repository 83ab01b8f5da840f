import fc from 'fast-check';
import type { Content } from '../../../../publishers/contract';
import { weibo } from '../../../../publishers/weibo';
import { weiboLength } from '../../../../publishers/weibo/length';
import { account, mediaRef, version } from './fixtures';

const rendered = (changed: Partial<Content> = {}, settings: object = {}) =>
  weibo.render(version(changed), account({ settings: { ...settings } }), 'publish');
const codes = (changed: Partial<Content> = {}, settings: object = {}) =>
  weibo.check(rendered(changed, settings)).map(({ code }) => code);

describe('a Weibo post', () => {
  it('says the answer, then the change, then gives the link', () => {
    expect(rendered().payload.status.split('\n')).toEqual([
      '2026年12月1日起，云澜市职工看普通门诊，一年内超过200元的部分可报销50%到70%。',
      '变化：以前门诊费用只能用个人账户支付。现在由统筹基金共同支付。',
      'https://www.yunlan.gov.cn/explainers/exp1/',
    ]);
    expect(codes()).toEqual([]);
  });

  it('tells the change from old and new where nobody has put it in words', () => {
    const { status } = rendered({
      impact: { who: '', changes: '', action: '' },
      differences: [{ item: '起付线', before: '800元', after: '200元' }],
    }).payload;
    expect(status).toContain('变化：起付线由“800元”改为“200元”。');
  });

  it('does not repeat a change that the answer has told', () => {
    const { status } = rendered({
      summary: '门诊能报销了。',
      impact: { who: '', changes: '门诊能报销了。', action: '' },
    }).payload;
    expect(status).toBe('门诊能报销了。\nhttps://www.yunlan.gov.cn/explainers/exp1/');
  });

  it('takes the title where there is no summary', () => {
    expect(rendered({ summary: ' ' }).payload.status).toMatch(/^门诊看病也能报销了\n/);
  });

  it('leaves out a change that does not fit rather than cut it, and says so to staff', () => {
    const changes = `${'以前不能报销的项目现在可以'.repeat(9)}。`;
    const { status } = rendered({ impact: { who: '', changes, action: '' } }).payload;
    expect(status).not.toContain('变化');
    expect(codes({ impact: { who: '', changes, action: '' } })).toEqual(['weibo.shortened']);
  });

  it('keeps the signature of the account before the link', () => {
    expect(rendered({}, { signature: '（云澜医保）' }).payload.status).toMatch(/\n（云澜医保）\nhttps:\/\/\S+$/);
  });

  it('holds its limit, its link and no topic for any words at all, the same each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ maxLength: 300 }), (summary, changes) => {
        const changed = { summary: `${summary}#话题#`, impact: { who: '', changes, action: '' } };
        const { payload } = rendered(changed);
        expect(weiboLength(payload.status)).toBeLessThanOrEqual(130);
        expect(payload.status).toContain(payload.link);
        expect(payload.status).not.toMatch(/[#＃]/);
        expect(rendered(changed)).toEqual(rendered(changed));
      }),
    );
  });

  it('shows the cover, else the first picture, else the poster', () => {
    const [cover, image, poster] = ['cover', 'image', 'poster'].map((id) => mediaRef({ id }));
    const images = image ? [{ media: image, caption: '', longDescription: '' }] : [];
    const video = {
      media: mediaRef({ id: 'film', mime: 'video/mp4' }),
      poster: poster ?? null,
      captions: '',
      transcript: '',
      chapters: [],
    };
    expect(rendered({ cover, images, video }).media).toEqual([cover]);
    expect(rendered({ images, video }).media).toEqual([image]);
    expect(rendered({ video }).media).toEqual([poster]);
    expect(rendered().media).toEqual([]);
  });
});

describe('the checks of a Weibo post', () => {
  it('accept the bound domain and its sub-domains only', () => {
    expect(codes({}, { domain: 'yunlan.gov.cn' })).toEqual([]);
    expect(codes({}, { domain: 'other.gov.cn' })).toEqual(['weibo.domain']);
    expect(codes({}, { domain: 'lan.gov.cn' })).toEqual(['weibo.domain']);
    expect(codes({}, { domain: 'https://yunlan.gov.cn/' })).toEqual(['weibo.domain-unset']);
  });

  it('complain about a post without words', () =>
    expect(codes({ summary: '', title: '', impact: { who: '', changes: '', action: '' } })).toEqual(['weibo.empty']));

  it('know what the platform would refuse, should a text ever come from elsewhere', () => {
    const rendition = rendered();
    const status = `#话题#${'长'.repeat(150)}`;
    const found = weibo.check({ ...rendition, payload: { ...rendition.payload, status } });
    expect(found.map(({ code }) => code)).toEqual(['weibo.link-missing', 'weibo.text-too-long', 'weibo.topic']);
  });

  it('name a picture that cannot be sent', () => {
    expect(codes({ cover: mediaRef({ mime: 'image/heic' }) })).toEqual(['weibo.picture-type']);
    expect(codes({ cover: mediaRef({ bytes: 0 }) })).toEqual(['weibo.picture-unreadable']);
  });

  it('tell staff what stays behind the link', () => {
    const images = ['a', 'b', 'c'].map((id) => ({ media: mediaRef({ id }), caption: '', longDescription: '' }));
    expect(codes({ images })).toEqual(['weibo.one-picture']);
  });
});

describe('the preview', () => {
  it('shows the words and the picture, and escapes what staff wrote', () => {
    const html = weibo.preview(rendered({ summary: '<b>5 & 6</b>', cover: mediaRef() }), ({ id }) => `/files/${id}`);
    expect(html).toMatch(/^<!doctype html><html lang="zh-Hans">/);
    expect(html).toContain('&lt;b>5 &amp; 6&lt;/b>');
    expect(html).toContain('<img src="/files/m1" alt="报销比例示意图"/>');
    expect(html).toContain('网页链接');
  });
});
