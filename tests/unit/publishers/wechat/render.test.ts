import fc from 'fast-check';
import { withoutControlCharacters } from '../../../../publishers/article/control-characters';
import type { Account, Content } from '../../../../publishers/contract';
import { wechat } from '../../../../publishers/wechat/index';
import type { NewsPayload } from '../../../../publishers/wechat/payload';
import { mediaOf, sampleVersion } from '../article/sample-version';
import { objections } from './objections';

const account: Account = {
  name: 'wechat',
  publisher: 'wechat',
  title: '云澜发布',
  siteUrl: 'https://jiedu.yunlan.gov.cn',
  settings: { theme: 'zhu' },
};
const picture = mediaOf('a.png', new Uint8Array([1]));

const rendition = (changes: Partial<Content> = {}, settings: Account['settings'] = {}) =>
  wechat.render(sampleVersion(changes), { ...account, settings }, 'publish');
const news = (changes: Partial<Content> = {}, settings: Account['settings'] = {}): NewsPayload => {
  const { payload } = rendition(changes, settings);
  if (payload.kind !== 'news') throw new Error('expected an article');
  return payload;
};
const body = (markdown: string): string => {
  const html = news({ body: `## 试写\n\n${markdown}`, media: [picture] }).contentHtml;
  return html.slice(html.indexOf('试写'), html.indexOf('名词解释'));
};
const codes = (changes: Partial<Content>): readonly string[] =>
  wechat.check(rendition(changes)).map(({ code }) => code);

describe('an article for WeChat', () => {
  test('answers first, then goes through the chapters, and ends with the way to the site', () => {
    const { contentHtml } = news();
    const order = [
      '一句话看懂',
      '谁受影响',
      '新旧对照',
      '制定背景',
      '实施路径',
      '能报多少',
      '名词解释',
      '政策文件',
      '责任编辑',
      '文中链接',
      'drawn:qr',
    ];
    const places = order.map((words) => contentHtml.indexOf(words));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(contentHtml).toContain('https://jiedu.yunlan.gov.cn/explainers/01JD0EXPLAINER/');
  });

  test('is the same bytes for the same input, and other bytes for another theme', () => {
    expect(JSON.stringify(rendition())).toBe(JSON.stringify(rendition()));
    expect(news({}, { theme: 'su' }).contentHtml).not.toBe(news({}, { theme: 'qing' }).contentHtml);
  });

  test('settings of the wrong shape count as not given', () => {
    expect(news({}, { theme: 'pink', author: 7 })).toEqual(news());
    expect(news({}, null)).toEqual(news());
    expect(news({}, { author: '云澜发布', openComment: true })).toMatchObject({
      author: '云澜发布',
      openComment: true,
    });
  });

  test('links become numbered notes, the same address once; published articles stay links', () => {
    const html = body(
      '[甲](https://a.example/?x=1&y=2) [乙](/policies/p1/) [丙](https://a.example/?x=1&y=2) [丁](https://mp.weixin.qq.com/s/abc)',
    );
    expect(html.match(/<sup [^>]*>\[\d\]<\/sup>/g)?.map((sup) => sup.replace(/<[^>]*>/g, ''))).toEqual([
      '[2]',
      '[3]',
      '[2]',
    ]);
    expect(html).toContain('<a href="https://mp.weixin.qq.com/s/abc"');
    const whole = news({ body: '[乙](/policies/p1/)' }).contentHtml;
    expect(whole).toContain('乙：https://jiedu.yunlan.gov.cn/policies/p1/');
  });

  test('a list inside a list is flat, so that the platform adds no second bullets', () => {
    const html = body('- 甲\n  - 乙\n    1. 丙\n- [x] 丁');
    expect(html.match(/<ul/g)).toHaveLength(1);
    expect(html).not.toContain('<ol');
    expect(html.replace(/<[^>]*>/g, '|')).toMatch(/甲\|+–\u2002乙\|+1\)\u2002丙\|+☑\|丁/);
  });

  test('code keeps its lines and spaces', () => {
    expect(body('```\na  b\n c\n```')).toContain('a\u00a0\u00a0b<br>\u00a0c');
  });

  test('pictures stand as placeholders, each file is listed once, and foreign ones never appear', () => {
    const changes = {
      body: `![x](${picture.url})\n\n![y](${picture.url})\n\n![z](https://e.example/1.png)`,
      media: [picture],
    };
    expect(news(changes).contentHtml.match(new RegExp(`src="media:${picture.sha256}"`, 'g'))).toHaveLength(2);
    expect(rendition(changes).media).toEqual([picture]);
    expect(news(changes).contentHtml).not.toContain('e.example');
  });

  test('a video is its poster, its chapters and the beginning of its transcript', () => {
    const video = {
      media: mediaOf('v.mp4', new Uint8Array([2]), { mime: 'video/mp4', duration: 192 }),
      poster: picture,
      captions: 'WEBVTT',
      transcript: `${'第一段。'.repeat(100)}\n${'第二段。'.repeat(200)}\n第三段。`,
      chapters: [{ at: 75, title: '谁能报销' }],
    };
    const { contentHtml } = news({ form: 'video', video });
    expect(contentHtml).toContain('看视频 3:12：点文末“阅读原文”');
    expect(contentHtml).toContain('1:15</span>谁能报销');
    expect(contentHtml).toContain('第一段。');
    expect(contentHtml).not.toContain('第二段。');
    expect(contentHtml).not.toContain('<video');
    expect(rendition({ form: 'video', video }).media).toEqual([picture]);
    const [warning, ...others] = wechat.check(rendition({ form: 'video', video }));
    expect(warning).toMatchObject({ code: 'wechat.only-on-site', severity: 'warning' });
    expect(warning?.what).toContain('文字稿的后一部分');
    expect(others).toEqual([]);
    expect(codes({ form: 'video', video: { ...video, transcript: '第一段。\n第二段。' } })).toEqual([]);
  });

  test('a transcript of one long paragraph is cut, and says so', () => {
    const media = mediaOf('v.mp4', new Uint8Array([2]), { mime: 'video/mp4', duration: 192 });
    const video = { media, poster: picture, captions: '', transcript: '话'.repeat(801), chapters: [] };
    expect(news({ form: 'video', video }).contentHtml).toContain('完整文字稿见网站');
    expect(codes({ form: 'video', video })).toEqual(['wechat.only-on-site']);
  });

  test('an interview names who speaks', () => {
    const interview: Content['interview'] = {
      people: [
        { id: 'h', name: '陈静', title: '主持人', role: 'host' },
        { id: 'g', name: '周明', title: '市医保局局长', role: 'guest' },
      ],
      turns: [
        { speaker: 'h', text: '谁能享受？', at: null, mediaTime: null },
        { speaker: 'g', text: '**全体**参保职工。', at: null, mediaTime: null },
      ],
      recording: mediaOf('talk.mp3', new Uint8Array([3]), { mime: 'audio/mpeg', duration: 60 }),
    };
    const words = news({ form: 'interview', interview }).contentHtml.replace(/<[^>]*>/g, '|');
    expect(words).toContain('访谈录音请点文末“阅读原文”');
    expect(words).toMatch(/周明\|+市医保局局长/);
    expect(words).toMatch(/陈静\|+谁能享受？\|+周明\|+全体\|参保职工/);
  });

  test('old and new stand one below the other, not in columns', () => {
    const words = news().contentHtml.replace(/<[^>]*>/g, '|');
    expect(words).toMatch(/个人账户\|+原来\|+只能本人使用\|+现在\|+父母、配偶、子女也能用/);
  });

  test('what is said before a video or an interview stands before it, not in the mouth of who spoke last', () => {
    const interview: Content['interview'] = {
      people: [{ id: 'g', name: '周明', title: '局长', role: 'guest' }],
      turns: [{ speaker: 'g', text: '到此为止。', at: null, mediaTime: null }],
      recording: null,
    };
    const { contentHtml } = news({ form: 'interview', interview, body: '访谈在演播室举行。' });
    expect(contentHtml.indexOf('访谈在演播室举行')).toBeLessThan(contentHtml.indexOf('访谈人物'));
  });

  test('a table of more than four columns scrolls in a box of its own and says so; a narrower one fits', () => {
    const row = (count: number) => `|${'甲|'.repeat(count)}\n`;
    const table = (count: number) => body(`${row(count)}|${'-|'.repeat(count)}\n${row(count)}`);
    expect(table(5)).toMatch(/overflow-x:auto"><table style="[^"]*min-width:460px/);
    expect(table(5)).toContain('左右滑动看全表');
    expect(table(4)).not.toContain('min-width');
    expect(table(4)).not.toContain('左右滑动');
  });

  test('a figure and its unit stay on one line in a table, a sentence does not', () => {
    const html = body('|钱|说明|\n|-|-|\n|420元|在职职工和退休人员|');
    expect(html).toMatch(/white-space:nowrap">420元/);
    expect(html).not.toMatch(/white-space:nowrap">在职/);
  });

  test('a heading keeps its links as notes, and its picture comes below it', () => {
    const { contentHtml } = news({
      body: `## 见[原文](https://a.example/) ![图](${picture.url})\n\n正文`,
      media: [picture],
    });
    expect(contentHtml).toContain('原文：https://a.example/');
    expect(contentHtml).toMatch(/见.*原文.*<\/h2><section[^>]*><img src="media:/);
  });

  test('a link without words shows its address, and words that are the address need no note', () => {
    expect(body('[](https://a.example/x) www.b.example <c@d.example>').replace(/<[^>]*>/g, '')).toContain(
      'https://a.example/x www.b.example c@d.example',
    );
  });

  test('says when AI took part', () => {
    expect(news({ aiDisclosure: 'assisted' }).contentHtml).toContain('人工智能辅助');
    expect(news().contentHtml).not.toContain('人工智能');
  });

  test('whatever is written, the HTML is well-formed and holds only what the platform keeps', () => {
    // What may stand in no page is a problem of its own in a field of plain text, see the checks of contents.
    const text = fc.string({ unit: 'binary', maxLength: 40 }).map(withoutControlCharacters);
    const part = fc.oneof(
      text,
      fc.constantFrom(
        '**',
        '`',
        '```\n',
        '\n\n',
        '- ',
        '  - ',
        '1. ',
        '> ',
        '# ',
        '## 章',
        '|a|b|\n|-|:-:|\n|c|d|\n',
        '<b x=y>',
        '<script>',
        '[x](/y)',
        '[',
        '](https://a.example/"onx=)',
        '![',
        `](${picture.url})`,
        '重点：',
        '~~',
        '\\',
        '- [ ] ',
      ),
    );
    const markdown = fc.array(part, { maxLength: 20 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(markdown, markdown, text, (first, second, words) => {
        const html = news({
          body: first,
          aspects: { background: second, basis: words, intent: first, implementation: '' },
          title: words,
          summary: words,
          source: words,
          impact: { who: words, changes: '', action: '' },
          glossary: [{ term: words, meaning: words }],
          differences: [{ item: words, before: words, after: words }],
          media: [picture],
        }).contentHtml;
        expect(objections(html)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('an image post for WeChat', () => {
  const images = (count: number, longDescription: string): Content['images'] =>
    Array.from({ length: count }, (_, index) => ({
      media: mediaOf(`${index}.png`, new Uint8Array([index])),
      caption: '报销比例',
      longDescription,
    }));

  /** What an image post has no room for, left out. */
  const bare = {
    aspects: { background: '', basis: '', intent: '', implementation: '' },
    body: '',
    impact: { who: '', changes: '', action: '' },
    differences: [],
    glossary: [],
  };

  test('names what readers find on the site only', () => {
    const aspects = { ...bare.aspects, background: '因为门诊贵。' };
    const shown = rendition({
      ...bare,
      aspects,
      body: '## 能报多少\n\n一半。',
      form: 'image',
      images: images(1, '字'),
    });
    const [warning] = wechat.check(shown);
    expect(warning).toMatchObject({ code: 'wechat.only-on-site', severity: 'warning' });
    expect(warning?.what).toContain('“制定背景”、“能报多少”');
  });

  test('carries captions and long descriptions, whole or not at all', () => {
    const { payload } = rendition({ form: 'image', title: '一图看懂', images: images(4, '字'.repeat(300)) });
    if (payload.kind !== 'newspic') throw new Error('expected an image post');
    expect(payload.omitted).toBe(2);
    expect(payload.content.match(/字{300}/g)).toHaveLength(2);
    expect(payload.content).toContain('图4 报销比例');
    expect(Array.from(payload.content).length).toBeLessThan(960);
    expect(codes({ ...bare, form: 'image', title: '一图看懂', images: images(4, '字'.repeat(300)) })).toEqual([
      'wechat.descriptions-omitted',
    ]);
  });

  test('has at most twenty pictures and at least one', () => {
    expect(codes({ ...bare, form: 'image', title: '一图看懂', images: images(20, '字') })).toEqual([]);
    expect(codes({ ...bare, form: 'image', title: '一图看懂', images: images(21, '字') })).toEqual([
      'wechat.too-many-pictures',
    ]);
    expect(codes({ ...bare, form: 'image', title: '一图看懂', images: [] })).toEqual(['wechat.pictures-missing']);
  });

  test('a long title is worth a warning, one that would be refused is an error', () => {
    expect(codes({ ...bare, form: 'image', title: '题'.repeat(21), images: images(1, '字') })).toEqual([
      'wechat.picture-title-long',
    ]);
    expect(codes({ ...bare, form: 'image', title: '题'.repeat(33), images: images(1, '字') })).toEqual([
      'wechat.title-too-long',
    ]);
  });
});

describe('limits', () => {
  test.each([
    ['<section id="a">x</section>', 'section id'],
    ['<p style="position:fixed">x</p>', 'p style=position:fixed'],
    ['<p style="background:url(https://e.example/1.png)">x</p>', 'p style=background:url(https://e.example/1.png)'],
    ['<img src="https://e.example/1.png" alt="">', 'img src=https://e.example/1.png'],
    ['<a href="https://e.example/">x</a>', 'a href=https://e.example/'],
    ['<script>x</script>', '<script>'],
  ])('what WeChat would drop is found before it is sent: %s', (html, what) => {
    const shown = rendition();
    if (shown.payload.kind !== 'news') throw new Error('expected an article');
    const problems = wechat.check({ ...shown, payload: { ...shown.payload, contentHtml: html } });
    expect(problems.map(({ code }) => code)).toEqual(['wechat.not-kept']);
    expect(problems[0]?.what).toContain(what);
  });

  test('a complete explainer passes, with its counters', () => {
    expect(codes({})).toEqual([]);
    expect(rendition().counters.map(({ label, limit }) => `${label}/${limit}`)).toEqual([
      '标题/32',
      '摘要/128',
      '正文/20000',
    ]);
  });

  test.each<[Partial<Content>, readonly string[]]>([
    [{ title: '😀'.repeat(32) }, []],
    [{ title: '😀'.repeat(33) }, ['wechat.title-too-long']],
    [{ title: '' }, ['wechat.title-missing']],
    [{ author: '字'.repeat(17) }, ['wechat.author-too-long']],
    [{ summary: '字'.repeat(129) }, ['wechat.digest-too-long']],
    [{ body: '字'.repeat(20_000) }, ['wechat.content-too-long']],
    [{ body: '字'.repeat(12_000) }, ['wechat.content-nearly-too-long']],
  ])('%#', (changes, expected) => {
    expect(codes(changes)).toEqual(expected);
  });
});

describe('the preview', () => {
  test('is a whole document in which every placeholder has become a picture', () => {
    const shown = rendition({ body: `![x](${picture.url})`, media: [picture], cover: picture });
    const html = wechat.preview(shown, (ref) => `/media/${ref.sha256}?a=1&b=2`);
    expect(html).toMatch(/^<!doctype html>/);
    expect(html).not.toMatch(/src="(?:media|drawn):/);
    expect(html).toContain(`src="/media/${picture.sha256}?a=1&amp;b=2"`);
    expect(html).toContain('data:image/svg+xml;base64,');
    expect(html).not.toContain('<script');
  });

  test('shows the article as the dark mode of the app does, for whoever has it or ticks the box', () => {
    const html = wechat.preview(rendition(), () => '/p.png');
    const last = Math.max(...[...html.matchAll(/ data-dark="(\d+)" style=/g)].map(([, number]) => Number(number)));
    expect(last).toBeGreaterThan(5);
    for (const scheme of [
      '@media(prefers-color-scheme:dark){:root:not(:has(#other:checked))',
      '@media(prefers-color-scheme:light){:root:has(#other:checked)',
    ])
      expect(html).toContain(`${scheme} [data-dark="${last}"]{`);
    expect(html).toContain('<input type="checkbox" id="other">');
  });

  test('shows an image post with its address', () => {
    const images = [{ media: picture, caption: '', longDescription: '内容' }];
    const html = wechat.preview(rendition({ form: 'image', images }), () => '/p.png');
    expect(html).toContain('1/1');
    expect(html).toContain('全文和政策原文：https://jiedu.yunlan.gov.cn/explainers/01JD0EXPLAINER/');
  });
});
