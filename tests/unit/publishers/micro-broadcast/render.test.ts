import fc from 'fast-check';
import type { Content } from '../../../../publishers/contract';
import { microBroadcast } from '../../../../publishers/micro-broadcast';
import { weiboLength } from '../../../../publishers/weibo/length';
import { account as anyAccount, content, mediaRef, version } from '../weibo/fixtures';

const account = (settings: object = {}) =>
  anyAccount({ name: 'micro-broadcast', publisher: 'micro-broadcast', settings: { ...settings } });
const rendered = (changed: Partial<Content> = {}, settings: object = {}) =>
  microBroadcast.render(version({ ...full, ...changed }), account(settings), 'publish');
const codes = (changed: Partial<Content> = {}, settings: object = {}) =>
  microBroadcast.check(rendered(changed, settings)).map(({ code }) => code);
const texts = (changed: Partial<Content> = {}) => rendered(changed).payload.updates.map(({ text }) => text);

const chart = mediaRef({ id: 'chart', url: '/uploads/chart.png', alt: '比例图' });
const full: Partial<Content> = {
  aspects: {
    background: '过去门诊费用主要靠个人账户。\n\n负担不均。',
    basis: '依据《实施办法》第三条。',
    intent: '让互济代替积累。',
    implementation: '1. 先选定点医院\n2. 刷卡直接结算\n\n![比例图](/uploads/chart.png)\n\n12月1日起实施。',
  },
  impact: { who: '全市职工参保人。', changes: '起付线降低。', action: '不用申请，直接结算。' },
  differences: [{ item: '起付线', before: '800元', after: '200元' }],
  body: '## 谁能享受\n\n| 人群 | 比例 |\n|---|---|\n| 在职 | 50% |\n| 退休 | 70% |\n',
  media: [chart],
  cover: mediaRef({ id: 'cover' }),
};

describe('a script', () => {
  it('opens, goes aspect by aspect, tells what changes, what to do, and where to read on', () => {
    expect(texts()).toEqual([
      `#门诊#【微直播】门诊看病也能报销了\n${content().summary}`,
      '#门诊#【谁受影响】全市职工参保人。',
      '#门诊#【制定背景】过去门诊费用主要靠个人账户。\n负担不均。',
      '#门诊#【政策依据】依据《实施办法》第三条。',
      '#门诊#【出台意图】让互济代替积累。',
      '#门诊#【实施路径】1. 先选定点医院\n2. 刷卡直接结算\n12月1日起实施。',
      '#门诊#【变了什么】起付线降低。',
      '#门诊#【起付线】原来：800元\n现在：200元',
      '#门诊#【谁能享受】人群：在职；比例：50%。\n人群：退休；比例：70%。',
      '#门诊#【怎么办】不用申请，直接结算。',
      '#门诊#【微直播结束】完整解读请看 https://www.yunlan.gov.cn/explainers/exp1/',
    ]);
    expect(codes()).toEqual([]);
  });

  it('shows pictures where they belong', () => {
    const shown = rendered().payload.updates.map(({ images }) => images.map(({ id }) => id).join());
    expect(shown).toEqual(['cover', '', '', '', '', 'chart', '', '', '', '', '']);
    expect(rendered().media.map(({ id }) => id)).toEqual(['cover', 'chart']);
  });

  it('has a fixed pace from the start', () => {
    expect(
      rendered()
        .payload.updates.map(({ after }) => after)
        .slice(0, 3),
    ).toEqual([0, 20, 40]);
    expect(rendered({}, { secondsBetween: 5 }).payload.updates[2]?.after).toBe(10);
  });

  it('tells an interview as questions and answers with their speakers', () => {
    const people = [
      { id: 'h', name: '王敏', title: '主持人', role: 'host' as const },
      { id: 'g', name: '李强', title: '医保局局长', role: 'guest' as const },
    ];
    const turns = [
      { speaker: 'h', text: '门诊怎么报？', at: null, mediaTime: null },
      { speaker: 'g', text: '**直接**刷卡。', at: null, mediaTime: null },
    ];
    const { updates } = rendered({ form: 'interview', interview: { people, turns, recording: null } }).payload;
    const said = updates.filter(({ kind }) => kind === 'question' || kind === 'answer');
    expect(said.map(({ text, speaker }) => [speaker, text])).toEqual([
      ['王敏 主持人', '#门诊# 问：门诊怎么报？'],
      ['李强 医保局局长', '#门诊# 答：直接刷卡。'],
    ]);
  });

  it('tells a video by its chapters and pictures one by one', () => {
    const video = {
      media: mediaRef({ id: 'film', mime: 'video/mp4' }),
      poster: null,
      captions: '',
      transcript: '',
      chapters: [
        { at: 0, title: '为什么改' },
        { at: 75, title: '怎么报' },
      ],
    };
    expect(texts({ form: 'video', video })).toEqual(
      expect.arrayContaining(['#门诊#【视频 0:00】为什么改', '#门诊#【视频 1:15】怎么报']),
    );
    const images = [{ media: chart, caption: '报销比例', longDescription: '在职百分之五十。退休百分之七十。' }];
    expect(texts({ form: 'image', images })).toContain('#门诊#【图解】报销比例\n在职百分之五十。退休百分之七十。');
  });

  it('splits what is long between sentences and numbers the pieces', () => {
    const sentence = '这一句话正好说明参保职工在定点医院看门诊时怎样结算费用。';
    const pieces = texts({
      aspects: { background: sentence.repeat(9), basis: '', intent: '', implementation: '' },
    }).filter((text) => text.includes('制定背景'));
    expect(pieces.map((text) => text.slice(0, text.indexOf('】') + 1))).toEqual([
      '#门诊#【制定背景】',
      '#门诊#【制定背景（2）】',
      '#门诊#【制定背景（3）】',
    ]);
    for (const piece of pieces) expect(piece.replace(/^.*】/, '').replaceAll(sentence, '')).toBe('');
  });

  it('never has more than 30 updates, and says what it left out', () => {
    const long = '一句不长也不短的话，用来把直播稿撑到放不下为止。'.repeat(80);
    const changed = { aspects: { background: long, basis: long, intent: long, implementation: long }, body: long };
    const script = rendered(changed).payload;
    expect(script.updates.length).toBeLessThanOrEqual(30);
    expect(script.updates.at(-1)?.text).toContain('微直播结束');
    expect(script.updates.at(-2)?.text).toContain('怎么办');
    expect(codes(changed)).toEqual(['broadcast.shortened']);
  });

  it('keeps its limits for any words at all, invents none, and is the same each time', () => {
    const words = fc.array(
      fc.constantFrom('参保', '，', '。', '\n\n', '# 题', '- 项', '1,200元', '😀', '#话题#', 'https://a.cn/x', 'word '),
      {
        maxLength: 200,
      },
    );
    fc.assert(
      fc.property(words, fc.string({ unit: 'binary', maxLength: 300 }), (parts, keyword) => {
        const changed = {
          keywords: [keyword],
          title: keyword,
          aspects: { background: parts.join(''), basis: keyword, intent: '', implementation: '' },
          body: `## ${keyword}\n${parts.join('')}`,
        };
        const { updates } = rendered(changed).payload;
        expect(updates.length).toBeLessThanOrEqual(30);
        for (const { text } of updates) expect(weiboLength(text)).toBeLessThanOrEqual(140);
        expect(rendered(changed)).toEqual(rendered(changed));
      }),
      { numRuns: 60 },
    );
  });
});

describe('the hashtag', () => {
  it('is the setting, else the first keyword that can serve, else the category', () => {
    expect(rendered({}, { hashtag: '医保新政' }).payload.hashtag).toBe('医保新政');
    expect(rendered({ keywords: ['#', '门诊 共济'] }).payload.hashtag).toBe('门诊共济');
    expect(rendered({ keywords: [] }).payload.hashtag).toBe('医疗卫生');
  });

  it.each(['', '有 空格', '#井号', '长'.repeat(33)])('is refused as %j', (hashtag) => {
    expect(codes({}, { hashtag })).toEqual(['broadcast.hashtag']);
  });
});

describe('the checks of a script', () => {
  it('name settings that make no sense', () =>
    expect(codes({}, { secondsBetween: 0 })).toEqual(['broadcast.settings']));

  it('want something to be said', () => {
    const nothing = { background: '', basis: '', intent: '', implementation: '' };
    const changed = { aspects: nothing, impact: { who: '', changes: '', action: '' }, differences: [], body: '' };
    expect(codes(changed)).toEqual(['broadcast.empty']);
  });

  it('name a picture that cannot be shown', () => {
    expect(codes({ cover: mediaRef({ mime: 'image/heic' }) })).toEqual(['broadcast.picture-type']);
    expect(codes({ cover: mediaRef({ bytes: 0 }) })).toEqual(['broadcast.picture-unreadable']);
  });
});

it('the preview lists the script with times from the start', () => {
  const html = microBroadcast.preview(rendered({ title: '<x>' }), ({ id }) => `/files/${id}`);
  expect(html).toContain('<time>+0:20</time>');
  expect(html).toContain('/files/chart');
  expect(html).not.toContain('<x>');
});
